package vn.dondoc.plan.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Frequency;

import static org.assertj.core.api.Assertions.assertThat;

class ReportDaysTest {

    @ParameterizedTest
    @CsvSource({
        "quarterly, 20, , , true, true, 20, ",
        "quarterly, 20, , true, true, false, , ",
        "quarterly, , , , false, false, 20, ",
        "monthly, , , , false, false, 25, ",
        "monthly, 15, , , true, false, , ",
        "half-yearly, 10, , , false, false, 10, 6",
        "yearly, , , , false, false, 1, 12",
        "weekly, 20, , , false, false, 5, ",
        "ad-hoc, , , , true, false, , ",
    })
    void what_is_open_gets_a_proposal(
            String frequency, @Nullable Integer day, @Nullable Integer month, @Nullable Boolean confirmed, boolean has, boolean asked,
            @Nullable Integer proposed, @Nullable Integer proposedMonth) {
        var row = new Plans.RuleRow(
                "r1", Coded.of(Frequency.class, frequency).orElseThrow(), day, month, true, confirmed, null, null, List.of(), null, false, null);
        assertThat(ReportDays.hasDay(row)).isEqualTo(has);
        assertThat(ReportDays.isAsked(row)).isEqualTo(asked);
        var proposal = ReportDays.proposed(row);
        assertThat(proposal == null ? null : proposal.day()).isEqualTo(proposed);
        assertThat(proposal == null ? null : proposal.month()).isEqualTo(proposedMonth);
    }
}
