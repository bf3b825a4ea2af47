package vn.dondoc.reporting.submission;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.process.ProcessKind;
import vn.dondoc.platform.process.StoredProcess;
import vn.dondoc.reporting.obligation.Obligations;

/** Reminds all that have not sent their report yet: the parts are the reports. */
final class Reminding implements ProcessKind {

    static final String NAME = "report-reminders";

    private final Obligations obligations;
    private final Callers callers;

    Reminding(Obligations obligations, Callers callers) {
        this.obligations = obligations;
        this.callers = callers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome<?> carryOut(StoredProcess process, @Nullable String words, String part, Act act) {
        var person = process.begun().person();
        var within = person == null ? new Criteria() : Filter.branchOf(callers.of(person));
        return obligations.urge(new Obligations.Command(part, act, null, within));
    }
}
