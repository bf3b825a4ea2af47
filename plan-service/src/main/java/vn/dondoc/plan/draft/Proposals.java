package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.Reporters;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** What could be said of rows that leave something open: the day and recipient of a report, owner, source and rhythm of a target. */
final class Proposals {

    private final UnitNames names;
    private final UnitId commune;
    private final MessageSource messages;

    Proposals(UnitNames names, UnitId commune, MessageSource messages) {
        this.names = names;
        this.commune = commune;
        this.messages = messages;
    }

    List<Plans.Proposal> of(Plans.Content content, Described.Names called, Locale locale) {
        var all = new ArrayList<Plans.Proposal>();
        content.reporting().stream().filter(row -> !row.dropped()).forEach(row -> {
            var day = ReportDays.proposed(row);
            if (day != null) {
                all.add(new Plans.Proposal(row.row(), "report-day", sentence(row.frequency(), day, locale)));
            }
            var recipient = recipient(row);
            if (recipient != null) {
                all.add(new Plans.Proposal(row.row(), "report-recipient", text("proposal.recipient", locale, called.of(recipient))));
            }
        });
        var rhythm = rhythm(content);
        content.targets().stream().filter(row -> !row.dropped() && isOpen(row)).forEach(row -> {
            var taken = taken(row, rhythm, called);
            var owner = taken.owner();
            all.add(new Plans.Proposal(row.row(), "target-details", text(
                    "proposal.target", locale, owner == null ? "–" : owner.unit() == null ? owner.name() : called.of(owner.unit()), taken.dataSource(),
                    text("rhythm." + Objects.requireNonNull(taken.rhythm()).code(), locale))));
        });
        return List.copyOf(all);
    }

    /** With the proposals of those rows taken. */
    Plans.Content taken(Plans.Content was, java.util.function.Predicate<String> wanted, Described.Names called) {
        var rhythm = rhythm(was);
        return Rows.with(
                was, was.tasks(),
                Rows.each(was.targets(), row -> row.dropped() || !wanted.test(row.row()) || !isOpen(row) ? row : taken(row, rhythm, called)),
                Rows.each(was.reporting(), row -> row.dropped() || !wanted.test(row.row()) ? row : taken(row)));
    }

    private Plans.RuleRow taken(Plans.RuleRow row) {
        var proposed = ReportDays.proposed(row);
        var day = proposed == null ? row.day() : Integer.valueOf(proposed.day());
        var owedTo = recipient(row) == null ? row.owedTo() : recipient(row);
        var owedBy = row.owedBy().stream().anyMatch(unit -> !unit.equals(owedTo)) ? row.owedBy() : new Reporters(names).owedBy(row.reporter(), owedTo);
        return new Plans.RuleRow(
                row.row(), row.frequency(), day, proposed == null ? row.month() : proposed.month(), proposed == null ? row.strict() : proposed.strict(),
                proposed == null ? row.dayConfirmed() : Boolean.TRUE, row.reporter(), row.recipient(), owedBy, owedTo, row.dropped(), row.source());
    }

    /** The standing unit, or the commune where the standing unit itself reports; null where the recipient is known and somebody else owes. */
    private @Nullable UnitId recipient(Plans.RuleRow row) {
        var standing = names.standing().orElse(null);
        var owing = new Reporters(names).owedBy(row.reporter(), null);
        var toItself = row.owedTo() != null && owing.equals(List.of(row.owedTo())) && row.owedBy().stream().allMatch(unit -> unit.equals(row.owedTo()));
        if (row.owedTo() != null && !toItself) {
            return null;
        }
        var proposed = standing == null || owing.equals(List.of(standing)) ? commune : standing;
        return owing.equals(List.of(proposed)) ? null : proposed;
    }

    static boolean isOpen(Plans.TargetRow row) {
        var owner = row.owner();
        return owner == null || owner.unit() == null || row.dataSource() == null || row.rhythm() == null;
    }

    private Plans.TargetRow taken(Plans.TargetRow row, Frequency rhythm, Described.Names called) {
        var owner = row.owner() != null && row.owner().unit() != null
                ? row.owner()
                : names.standing().map(unit -> new Plans.NamedUnit(called.of(unit), unit, List.of())).orElse(row.owner());
        return Rows.target(
                row, owner, Objects.requireNonNullElse(row.dataSource(), text("proposal.source", ProblemConfiguration.VIETNAMESE)),
                Objects.requireNonNullElse(row.rhythm(), rhythm));
    }

    /** The shortest rhythm in which the plan is reported on; by quarter where it says none. */
    private static Frequency rhythm(Plans.Content content) {
        return content.reporting().stream().filter(row -> !row.dropped()).map(Plans.RuleRow::frequency)
                .filter(frequency -> frequency != Frequency.AD_HOC && frequency != Frequency.WEEKLY)
                .min(java.util.Comparator.naturalOrder()).orElse(Frequency.QUARTERLY);
    }

    private String sentence(Frequency frequency, ReportDays.Day day, Locale locale) {
        var when = text(day.strict() ? "proposal.before" : "proposal.by", locale, Integer.toString(day.day()));
        return text("proposal.day." + frequency.code(), locale, when, String.valueOf(day.month()));
    }

    private String text(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
