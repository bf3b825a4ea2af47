package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

class ShareWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Bố trí ít nhất 1% tổng chi ngân sách cho khoa học, công nghệ và chuyển đổi số | >= | 1 | % | PLANNED | ",
        "Tỷ lệ chi ngân sách xã cho nhiệm vụ Nghị quyết số 57 | >= | 3 | % | PLANNED | NQ 57",
        "Dành tối thiểu 0,5% kinh phí cho đào tạo | = | 0.5 | % | PLANNED | ",
        "Giải ngân không dưới 95% dự toán được giao | >= | 95 | % | DISBURSED | ",
        "Phân bổ không thấp hơn 2 % dự toán chi cho an toàn thông tin (NQ 57) | >= | 2 | % tổng chi | PLANNED | NQ 57"
    })
    void aShareOfABudgetIsProposed(String name, String operator, BigDecimal value, String unit, String money, String programme) {
        assertThat(ShareWords.proposal(target(name, operator, value, unit))).hasValueSatisfying(proposal -> {
            assertThat(proposal.money().name()).isEqualTo(money);
            assertThat(proposal.programme()).isEqualTo(programme);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Tỷ lệ đơn vị lập dự toán ngân sách đúng hạn | >= | 100 | %",
        "Thu ngân sách tăng ít nhất 5% so với năm trước, chi tiết kiệm | >= | 5 | %",
        "Tỷ lệ hồ sơ trực tuyến toàn trình | >= | 80 | %",
        "Bố trí kinh phí cho chuyển đổi số | >= | 500 | triệu đồng",
        "Chi ngân sách cho hội nghị | <= | 2 | %"
    })
    void whatIsNoneIsNotProposed(String name, String operator, BigDecimal value, String unit) {
        assertThat(ShareWords.proposal(target(name, operator, value, unit))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Tỷ lệ hồ sơ trực tuyến | % | LATEST", "Số lớp tập huấn | lớp | CUMULATIVE", "Chỉ số hài lòng | điểm | LATEST",
        "Xã đạt chuẩn | đạt/không | YES_NO", "Số thôn có Tổ công nghệ số cộng đồng | thôn | CUMULATIVE"
    })
    void theUsualArithmeticIsByTheWords(String name, String unit, TargetArithmetic expected) {
        assertThat(Ways.usual(target(name, ">=", BigDecimal.TEN, unit))).isEqualTo(expected);
    }

    private static PlannedTarget target(String name, String operator, BigDecimal value, String unit) {
        return new PlannedTarget(
                new TargetId("ct"), new PlanId("kh"), new UnitId("tinh"), new UnitId("xa"), 0, null, name, operator, value, unit, null, null, null);
    }
}
