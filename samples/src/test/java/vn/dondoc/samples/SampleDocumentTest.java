package vn.dondoc.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SampleDocumentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Pattern DAY_IN_TEXT = Pattern.compile("\\b(\\d{2})/(\\d{2})/(\\d{4})\\b");
    private static final Pattern MONTH_IN_TEXT = Pattern.compile("Tháng (\\d{2})/(\\d{4})\\b");

    @ParameterizedTest
    @EnumSource
    void isTheSameForTheSameDay(SampleDocument sample) {
        assertThat(sample.render(DAY)).isEqualTo(sample.render(DAY));
        assertThat(sample.render(DAY)).isNotEqualTo(sample.render(DAY.plusDays(1)));
    }

    @ParameterizedTest
    @EnumSource
    void hasNoPlaceholderLeft(SampleDocument sample) {
        var text = text(sample, DAY);

        assertThat(text).doesNotContain("{{", "}}").contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", "năm 2026");
    }

    @ParameterizedTest
    @EnumSource
    void namesOnlyDatesThatExistWhateverTheDay(SampleDocument sample) {
        everyDay().forEach(day -> {
            var text = new Placeholders(day).fill(sample.template());
            assertThat(text).as("on %s", day).doesNotContain("{{");
            DAY_IN_TEXT.matcher(text).results().forEach(found ->
                    LocalDate.of(Integer.parseInt(found.group(3)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(1))));
            MONTH_IN_TEXT.matcher(text).results().forEach(found ->
                    assertThat(Integer.parseInt(found.group(1))).as("on %s", day).isBetween(1, 12));
        });
    }

    @ParameterizedTest
    @EnumSource
    void hasTasksBehindAndAheadOfTheDay(SampleDocument sample) {
        var template = sample.template();

        assertThat(template).containsPattern("\\{\\{(day-([1-9]|1\\d|2\\d)|month-1)}}").containsPattern("\\{\\{(day\\+\\d\\d|month\\+[123])}}");
    }

    private static Stream<LocalDate> everyDay() {
        var leapYear = IntStream.rangeClosed(1, 366).mapToObj(n -> LocalDate.ofYearDay(2028, n));
        var plainYear = IntStream.rangeClosed(1, 365).mapToObj(n -> LocalDate.ofYearDay(2026, n));
        return Stream.concat(leapYear, plainYear);
    }

    private static String text(SampleDocument sample, LocalDate day) {
        return sample.fileName().endsWith(".docx") ? Word.textOf(sample.render(day)) : new String(sample.render(day), StandardCharsets.UTF_8);
    }

    @Test
    void areThoseOfTheLayoutsThatCommunesUse() {
        assertThat(Stream.of(SampleDocument.values()).map(SampleDocument::fileName)).hasSize(6).doesNotHaveDuplicates();
    }
}
