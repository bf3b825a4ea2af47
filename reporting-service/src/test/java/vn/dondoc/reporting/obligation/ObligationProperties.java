package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever people do while days pass. */
class ObligationProperties {

    enum Act { A_DAY, FIVE_DAYS, SUBMIT, ACCEPT, RETURN }

    @Property(tries = 1000)
    void everyHistoryKeepsTheRules(@ForAll("acts") List<Act> acts) {
        var report = ObligationTest.open();
        var today = LocalDate.of(2026, 11, 1);
        for (var act : acts) {
            today = switch (act) {
                case A_DAY -> today.plusDays(1);
                case FIVE_DAYS -> today.plusDays(5);
                default -> today;
            };
            report = check(report, decide(report, act, today), today);
            report = check(report, report.passTo(today), today);
        }
    }

    private static Decision<Obligation> decide(Obligation report, Act act, LocalDate today) {
        return switch (act) {
            case A_DAY, FIVE_DAYS -> report.passTo(today);
            case SUBMIT -> report.submit(false, "x", false, null, today);
            case ACCEPT -> report.accept(null);
            case RETURN -> report.giveBack("vì", "vì", today);
        };
    }

    private static Obligation check(Obligation before, Decision<Obligation> decision, LocalDate today) {
        if (!(decision instanceof Decision.Accepted<Obligation> accepted)) {
            return before;
        }
        var after = accepted.state();
        assertThat(before.status() == after.status() || Transitions.may(before.status(), after.status())).isTrue();
        assertThat(after.rank()).isEqualTo(Transitions.rank(after.status()));
        if (after.nextBoundaryAt() != null) {
            assertThat(LocalDate.ofInstant(after.nextBoundaryAt(), DomainClock.ZONE)).as("time is told once").isAfter(today);
            assertThat(after.isOpen()).isTrue();
        }
        if (after.status() == ReportStatus.SUBMITTED) {
            assertThat(after.submittedOn()).isBeforeOrEqualTo(after.lastDay());
        }
        if (after.status() == ReportStatus.SUBMITTED_LATE) {
            assertThat(after.submittedOn()).isAfter(after.lastDay());
        }
        if (after.isOpen()) {
            assertThat(after.submittedOn()).isNull();
            assertThat(after.status() == ReportStatus.OVERDUE || after.status() == ReportStatus.RETURNED || !today.isAfter(after.lastDay()))
                    .isTrue();
        }
        return after;
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Arbitraries.of(Act.class).list().ofMinSize(1).ofMaxSize(30);
    }
}
