package vn.dondoc.reporting.merger;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.merger.MergerProcess;
import vn.dondoc.platform.process.StoredProcess;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.rule.Rules;

/** What a merged unit owes, is owed or answers for: the parts are its rules, then its unfinished reports, then its targets. */
final class MergedReports implements MergerProcess {

    private static final String RULE = "rule/";
    private static final String REPORT = "report/";
    private static final String TARGET = "target/";

    private final Rules rules;
    private final Obligations obligations;
    private final Targets targets;

    MergedReports(Rules rules, Obligations obligations, Targets targets) {
        this.rules = rules;
        this.obligations = obligations;
        this.targets = targets;
    }

    @Override
    public String name() {
        return "report-merger";
    }

    @Override
    public List<String> partsOf(UnitState merged) {
        return Stream.of(
                rules.concerning(merged.id()).stream().map(id -> RULE + id),
                obligations.unfinishedOf(merged.id()).stream().map(id -> REPORT + id),
                targets.answeredBy(merged.id()).stream().map(id -> TARGET + id)).flatMap(parts -> parts).toList();
    }

    /** Without a key: what names no merged unit stays as it is, and what names one whose heir was merged as well is given on. */
    @Override
    public Outcome<?> carryOut(StoredProcess process, @Nullable String words, String part, Act act) {
        var keyless = new Act(act.actor(), act.at(), act.correlation(), null, null);
        if (part.startsWith(TARGET)) {
            return targets.follow(part.substring(TARGET.length()), keyless);
        }
        return part.startsWith(RULE)
                ? rules.follow(part.substring(RULE.length()), keyless)
                : obligations.follow(part.substring(REPORT.length()), keyless);
    }
}
