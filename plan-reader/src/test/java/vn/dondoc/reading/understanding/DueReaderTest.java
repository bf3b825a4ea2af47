package vn.dondoc.reading.understanding;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.reading.Due;

import static org.assertj.core.api.Assertions.assertThat;

class DueReaderTest {

    private final DueReader reader = new DueReader(2026);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Tháng 12/2025 | 2025-12-31", "tháng 02 năm 2028 | 2028-02-29", "Quý III/2025 | 2025-09-30", "quý 2 năm 2026 | 2026-06-30",
        "Năm 2025 | 2025-12-31", "6 tháng đầu năm 2025 | 2025-06-30", "giai đoạn 2026-2030 | 2030-12-31", "đến ngày 15/8/2025 | 2025-08-15",
        "ngày 5 tháng 9 năm 2025 | 2025-09-05", "Quý II, Quý IV | 2026-12-31", "Tháng 11, 12/2013 | 2013-12-31", "01/3 - 30/6/2026 | 2026-06-30",
        "30/9 | 2026-09-30", "Chậm nhất 20-10-2026 | 2026-10-20", "Hết quý I | 2026-03-31"})
    void aPeriodMeansItsLastDay(String words, LocalDate day) {
        assertThat(reader.read(words).due()).isEqualTo(new Due.By(day, false, false, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Trước ngày 15/8/2025 | 2025-08-14", "trước 01/01/2026 | 2025-12-31", "Hoàn thành trước tháng 9/2025 | 2025-08-31", "Trước ngày 10 tháng 3 | 2026-03-09"})
    void beforeExcludesTheDay(String words, LocalDate day) {
        assertThat(reader.read(words).due()).isEqualTo(new Due.By(day, false, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thường xuyên", "Thường xuyên trong năm 2025", "Từ tháng 5 trở đi", "từ tháng 4 và thường xuyên", "Hằng ngày"})
    void alwaysIsOngoing(String words) {
        assertThat(reader.read(words).due()).isEqualTo(new Due.Ongoing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tháng 8/2025 và thường xuyên", "31/8/2025 và những năm tiếp theo", "Tháng 8/2025 và bổ sung hằng năm"})
    void whatGoesOnAfterItsDay(String words) {
        assertThat(reader.read(words).due()).isEqualTo(new Due.By(LocalDate.of(2025, 8, 31), true, false, true));
    }

    @ParameterizedTest
    @CsvSource({"Hằng tháng,monthly", "hàng quý,quarterly", "Định kỳ hằng năm,yearly", "6 tháng/lần,half-yearly", "mỗi tuần,weekly", "Ngày 15 hằng tháng,monthly"})
    void rhythmsRecur(String words, String frequency) {
        assertThat(reader.read(words).due()).isEqualTo(new Due.Recurring(frequency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03 ngày làm việc", "31/02/2025", "Quý VI/2025", "Sau khi có văn bản của tỉnh", "Theo kế hoạch", "tháng 13/2025"})
    void whatNamesNoDayIsUnreadable(String words) {
        assertThat(reader.read(words)).isEqualTo(new DueReader.Outcome(null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "nt", " ... "})
    void emptyCellsSayNothing(String words) {
        DueReader.Outcome outcome = reader.read(words);

        assertThat(outcome).isEqualTo(DueReader.Outcome.NOTHING);
    }

    @Test
    void plannedDatesAreTentative() {
        assertThat(reader.read("Dự kiến tháng 8/2026").due()).isEqualTo(new Due.By(LocalDate.of(2026, 8, 31), false, true, true));
    }

    @Test
    void withoutAnyYearADayCannotBeTold() {
        assertThat(new DueReader(null).read("Tháng 9")).isEqualTo(new DueReader.Outcome(null, true));
    }
}
