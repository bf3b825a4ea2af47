package vn.dondoc.notification.urging;

import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Urgings.Stage;
import vn.dondoc.platform.access.Caller;

/** Letters within a caller's branch: those that it wrote, and those that were sent to it. */
final class UrgingQuery {

    private UrgingQuery() {}

    static Criteria visibleTo(Caller caller) {
        var branch = caller.branch();
        var reached = branch.reaching("communes", "addressees.unit");
        return new Criteria().orOperator(
                branch.within(), new Criteria().andOperator(Criteria.where("stage").in(Stage.SENT.name(), Stage.ANSWERED.name()), reached));
    }
}
