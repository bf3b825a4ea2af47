package vn.dondoc.notification.urging;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.message.TestTexts;
import vn.dondoc.notification.obligation.ObligationKind;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final TestProvince province = new TestProvince("wo");
    private final KnownOrganisation organisation = new KnownOrganisation(province);
    private final Wording wording = new Wording(TestTexts.bundles(), organisation);
    private final Addressee commune = new Addressee(province.unit("xa1"), false, null, null);
    private final Addressee front = new Addressee(province.unit("mttq"), true, null, null);

    WordingTest() {
        organisation.units.add(new UnitState(
                front.unit(), "Ủy ban MTTQ Việt Nam tỉnh", List.of(), UnitKind.FRONT, province.unit("tinh"), null, province.unit("tinh"), false, true));
    }

    @Test
    void a_letter_of_the_province_to_several_names_none_of_them_neither_told_nor_asked() {
        assertThat(wording.isAsked(front.unit())).isTrue();
        var body = body(province.unit("tinh"), List.of(commune, front));
        assertThat(body).contains("yêu cầu các cơ quan, địa phương nhận văn bản này", "đề nghị các cơ quan Đảng, Mặt trận, đoàn thể, doanh nghiệp nhận văn bản này")
                .doesNotContain("Xã Thượng Thử", "MTTQ");
    }

    @Test
    void a_letter_to_one_and_one_of_a_commune_name_whom_they_ask() {
        assertThat(body(province.unit("tinh"), List.of(front))).contains("đề nghị Ủy ban MTTQ Việt Nam tỉnh");
        assertThat(body(province.unit("xa1"), List.of(commune, front))).contains("yêu cầu Xã Thượng Thử", "đề nghị Ủy ban MTTQ Việt Nam tỉnh");
    }

    private String body(UnitId issuer, List<Addressee> addressees) {
        var items = addressees.stream().map(one -> new Item(
                ObligationKind.TASK, "t-" + one.unit(), "Rà soát", List.of(one.unit()), TODAY.minusDays(3), null, new PlanId("kh"), null)).toList();
        return wording.body(issuer, province.unit("so"), addressees, items, TODAY, TODAY.plusDays(3));
    }
}
