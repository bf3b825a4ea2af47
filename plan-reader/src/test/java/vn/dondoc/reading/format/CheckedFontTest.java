package vn.dondoc.reading.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckedFontTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <0000> <FFFF> <0000>; false
            <0003> <0004> <00660069> <0005> <0006> <D83DDE00>; false
            <0003> <0004> [<0041> <0042>] <0005> <0006> <0043>; false
            <00000003> <7F000004> <0041>; true
            <0003> <00010004> <0041>; true
            <0003> <00z4> <0041>; true
            <000000000003> <000000000004> <0041>; true
            """)
    void a_map_names_no_more_characters_than_a_font_can_have(String ranges, boolean endless) throws IOException {
        assertThat(CheckedFont.isEndless(map("1 beginbfrange\n" + ranges + "\nendbfrange"))).isEqualTo(endless);
        assertThat(CheckedFont.isEndless(map("1 beginbfchar\n<0003> <7F000004>\nendbfchar"))).isFalse();
    }

    private static COSStream map(String text) throws IOException {
        var map = new COSStream();
        try (var out = map.createOutputStream()) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return map;
    }
}
