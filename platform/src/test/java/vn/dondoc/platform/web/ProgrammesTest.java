package vn.dondoc.platform.web;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Programmes under the names that documents, people and other systems give them. */
class ProgrammesTest {

    private static final List<String> PROJECT = List.of(
            "Đề án số %s", "Đề án %s", "ĐỀ ÁN %s", "đề án số: %s", "de an %s", "ĐA %s", "ĐA%s", "ĐA số %s", "Đề án %s/CP", "Đề án số %s/CP", "Đề án %s-CP", "ĐA %s/CP",
            " Đề  án  %s ", "Đề án %s của Chính phủ", "Đề án %s của Thủ tướng Chính phủ");
    private static final List<String> RESOLUTION = List.of(
            "NQ %s", "NQ%s", "NQ-%s", "nq số %s", "Nghị quyết %s", "Nghị quyết số %s", "NGHỊ QUYẾT %s", "Nghị quyết số %s-NQ/TW", "Nghị quyết %s-NQ/TW", "NQ %s-NQ/TW",
            "Nghị quyết số %s - NQ/TW", "Nghị quyết số %s/NQ-TW", "nghi quyet so %s-nq/tw");

    @ParameterizedTest
    @ValueSource(strings = {
        "cải cách hành chính", "Cải cách hành chính", "CCHC", "cchc", "C.C.H.C", "Cải cách hành chính nhà nước", "Chương trình cải cách hành chính", "Công tác CCHC", "cai cach hanh chinh"})
    void administrative_reform_is_one_programme(String name) {
        assertThat(Programmes.key(name)).isEqualTo("cchc");
    }

    @ParameterizedTest
    @CsvSource({
        "Quyết định số 06, Đề án 06", "QĐ 06/QĐ-TTg, Đề án 06", "Dự án 06, Đề án 06", "DA 06, Đề án 06", "NQ 06, Đề án 06", "Đề án 06/UBND, Đề án 06", "Đề án 060, Đề án 06",
        "Đề án 06-2022, Đề án 06", "Nghị quyết số 57/NQ-CP, NQ 57", "Nghị quyết 57/2025/NQ-HĐND, NQ 57", "Nghị quyết 57 của Chính phủ, NQ 57", "'NQ 5, 7', NQ 57", "NQ 571, NQ 57",
        "'NQ 57, NQ 71', NQ 57", "CTr 57, NQ 57", "Chỉ số cải cách hành chính, CCHC", "Kiểm soát thủ tục hành chính, CCHC"})
    void what_is_called_alike_and_is_another_one_stays_another_one(String one, String other) {
        assertThat(Programmes.key(one)).isNotNull().isNotEqualTo(Programmes.key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Đề án 06 xã Đồng Mây, dean06", "Đề án số 06 của phường Gác Sao, dean06", "Đề án 06/CP trên địa bàn xã Bến Trăng, dean06", "NQ 57 tỉnh Hạ Vân, nq57", "ĐA 06 đặc khu Đảo Sao, dean06",
        "Cải cách hành chính phường 5, cchc", "CCHC thành phố Hạ Vân, cchc"})
    void a_programme_in_a_place_is_that_programme(String name, String key) {
        assertThat(Programmes.key(name)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"Đề án 06 xã hội hóa, Đề án 06", "Đề án phát triển xã Đồng Mây, Đề án phát triển", "Chương trình OCOP xã Đồng Mây, Chương trình OCOP", "Quyết định 06 xã Đồng Mây, Đề án 06"})
    void what_has_no_usual_name_keeps_its_place(String one, String other) {
        assertThat(Programmes.key(one)).isNotNull().isNotEqualTo(Programmes.key(other));
    }

    @Test
    void a_number_that_no_document_has_is_a_name_like_any_other() {
        var key = Objects.requireNonNull(Programmes.key("NQ 99999999999999"));
        assertThat(Programmes.stored(key)).containsExactly(key);
        assertThat(Programmes.name(key)).isEqualTo(key);
        assertThat(Programmes.key(key)).isEqualTo(key);
    }

    @Test
    void nothing_is_no_programme() {
        assertThat(Programmes.key(null)).isNull();
        assertThat(Programmes.key(" - ")).isNull();
    }

    @Property(tries = 200)
    void every_spelling_of_a_number_is_one_programme_and_no_other_number_ever_is(
            @ForAll @IntRange(min = 1, max = 9_999) int number, @ForAll @IntRange(min = 1, max = 9_999) int other) {
        for (var spellings : List.of(PROJECT, RESOLUTION)) {
            var keys = spellings.stream().map(spelling -> Programmes.key(spelling.formatted(number < 10 ? "0" + number : Integer.toString(number)))).distinct().toList();
            assertThat(keys).hasSize(1).doesNotContainNull();
            assertThat(Programmes.key(spellings.getFirst().formatted(number))).as("with one digit, too").isEqualTo(keys.getFirst());
            if (other != number) {
                assertThat(spellings.stream().map(spelling -> Programmes.key(spelling.formatted(other)))).doesNotContain(keys.getFirst());
            }
        }
        assertThat(Programmes.key(PROJECT.getFirst().formatted(number))).isNotEqualTo(Programmes.key(RESOLUTION.getFirst().formatted(number)));
        assertThat(Programmes.key("Quyết định số " + number)).isNotEqualTo(Programmes.key("Đề án " + number));
    }

    @ParameterizedTest
    @CsvSource({"Đề án 06, Đề án 60", "NQ 57, NQ 71", "NQ 57, NQ 75", "Đề án 06, NQ 57"})
    void the_ones_that_people_would_mix_up_never_meet(String one, String other) {
        assertThat(Programmes.key(one)).isNotEqualTo(Programmes.key(other));
        assertThat(Programmes.stored(Objects.requireNonNull(Programmes.key(one)))).doesNotContainAnyElementsOf(Programmes.stored(Objects.requireNonNull(Programmes.key(other))));
    }

    @Property(tries = 500)
    void the_key_of_a_key_is_itself(@ForAll @NotBlank @StringLength(max = 40) String name) {
        var key = Programmes.key(name);
        assertThat(Programmes.key(key)).isEqualTo(key);
    }

    @Property(tries = 500)
    void the_key_of_a_key_is_itself_near_real_names(@ForAll @IntRange(max = 99) int first, @ForAll @IntRange(max = 20) int name, @ForAll @IntRange(max = 20) int joint) {
        var names = List.of("Đề án", "ĐA", "NQ", "Nghị quyết số", "đề-án", "n q", "DA", "CCHC", "de an so", "c c h c", "57-NQ/TW");
        var joints = List.of(" ", "", "-", "/", ", ", ".", " số ", "–", " 0");
        var key = Programmes.key(names.get(name % names.size()) + joints.get(joint % joints.size()) + first + joints.get((joint + name) % joints.size()) + names.get(joint % names.size()) + first);
        assertThat(Programmes.key(key)).isEqualTo(key);
    }

    @Test
    void a_field_in_words_names_programmes_and_no_others_that_begin_alike() {
        assertThat(Programmes.isNamedIn("Kinh tế, Đô thị; NQ 57", "nq57")).isTrue();
        assertThat(Programmes.isNamedIn("Tổ công tác triển khai Đề án 06/CP", "dean06")).isTrue();
        assertThat(Programmes.isNamedIn("Kinh tế; cải cách hành chính", "cchc")).isTrue();
        assertThat(Programmes.isNamedIn("Kinh tế, Đô thị; NQ 571", "nq57")).isFalse();
        assertThat(Programmes.isNamedIn("Đề án 60, Đề án 106", "dean06")).isFalse();
    }

    @Test
    void marks_that_were_stored_under_older_spellings_are_still_found() {
        assertThat(Programmes.stored("dean06")).contains("dean06", "deanso06", "dean06cp").doesNotContain("da06");
        assertThat(Programmes.stored("cchc")).contains("cchc", "caicachhanhchinh");
        assertThat(Programmes.stored("nq05")).contains("nq05", "nq5");
        assertThat(Programmes.stored("chuyendoiso")).containsExactly("chuyendoiso");
    }
}
