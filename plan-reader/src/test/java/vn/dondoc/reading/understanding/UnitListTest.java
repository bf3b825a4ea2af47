package vn.dondoc.reading.understanding;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnitListTest {

    @Test
    void listsAreSplitBetweenUnits() {
        assertThat(UnitList.split("Phòng Nội vụ, Công an xã; Trạm Y tế và Hội Nông dân."))
                .containsExactly("Phòng Nội vụ", "Công an xã", "Trạm Y tế", "Hội Nông dân");
        assertThat(UnitList.split("- Phòng Nội vụ\n- Công an xã")).containsExactly("Phòng Nội vụ", "Công an xã");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Văn phòng HĐND và UBND xã", "Sở Lao động - Thương binh và Xã hội", "Bộ Kế hoạch và Đầu tư", "Ủy ban nhân dân xã, phường, thị trấn",
        "các phòng, ban, ngành, cơ quan, đơn vị", "Các Phòng, đơn vị liên quan", "Trung tâm Văn hóa, Thông tin và Thể thao", "VP HĐND&UBND",
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", "Hội Cựu chiến binh (chi hội thôn 1, thôn 2)"})
    void namesAndCollectivesStayWhole(String name) {
        assertThat(UnitList.split(name)).containsExactly(name);
    }

    @Test
    void aCollectiveAfterAUnitIsSplitOff() {
        assertThat(UnitList.split("Phòng Kinh tế và các đơn vị liên quan")).containsExactly("Phòng Kinh tế", "các đơn vị liên quan");
        assertThat(UnitList.split("Công an xã, các thôn")).containsExactly("Công an xã", "các thôn");
    }

    @Test
    void collectivesOfTwoKindsAreTwo() {
        assertThat(UnitList.split("các tổ chức chính trị - xã hội, các chi bộ thôn"))
                .containsExactly("các tổ chức chính trị - xã hội", "các chi bộ thôn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " - ", "nt", "″", "//"})
    void emptyCellsNameNobody(String cell) {
        assertThat(UnitList.split(cell)).isEqualTo(List.of());
    }
}
