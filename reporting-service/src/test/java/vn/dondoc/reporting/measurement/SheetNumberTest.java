package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SheetNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "62,5;62.5", "62.5;62.5", "0.125;0.125", "1,234;1.234", "1.234.567;1234567", "1.234,5;1234.5", "1.234.567,25;1234567.25", "-3;-3", " 85 % ;85", "12 500;12500",
        "1234.5;1234.5", "12.3456;12.3456"})
    void whatPeopleTypeIsRead(String typed, BigDecimal number) {
        assertThat(SheetNumber.of(typed)).isInstanceOfSatisfying(SheetNumber.Read.Number.class, read -> assertThat(read.value()).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "12.500", "-1.000"})
    void whatMayMeanTwoThingsIsNotGuessed(String typed) {
        assertThat(SheetNumber.of(typed)).isEqualTo(new SheetNumber.Read.Unclear("NUMBER_AMBIGUOUS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bảy", "=1+1", "1,2,3", "1e400", "--1", "1.23.456,0.1", "", "99999999999999999999999999999999999999999"})
    void whatIsNoNumberIsSaidToBeNone(String typed) {
        assertThat(SheetNumber.of(typed)).isEqualTo(new SheetNumber.Read.Unclear("NUMBER_UNREADABLE"));
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(4) BigDecimal number) {
        assertThat(SheetNumber.of(SheetNumber.write(number)))
                .isInstanceOfSatisfying(SheetNumber.Read.Number.class, read -> assertThat(read.value()).isEqualByComparingTo(number));
    }
}
