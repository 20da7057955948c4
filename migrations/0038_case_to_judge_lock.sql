-- Taking cases in line without waiting for others who take some locks the rows, which needs this right.
grant update (since) on case_to_judge to tilsyn_app;
