package vn.dondoc.contracts.id;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import vn.dondoc.contracts.PackageRecords;
import vn.dondoc.contracts.RecordSchemas;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdsTest {

    private static List<Class<?>> types() {
        return PackageRecords.beside(Ids.class);
    }

    /** Worked out outside: the first 16 bytes of SHA-256 over the parts, a zero byte behind each. Ids are stored: this never changes. */
    @Test
    void aDerivedIdIsTheSameForEver() {
        assertThat(Ids.derived("plan", "1")).isEqualTo("6eb62c2bdd6fd4c3cab6a0391a2f9d73");
        assertThat(Ids.derived("xã Vân Khánh")).isEqualTo("af3722958b818effe88e963274e9cdfd");
    }

    @Test
    void otherPartsGiveAnotherId() {
        assertThat(List.of(Ids.derived("a", "b"), Ids.derived("ab"), Ids.derived("b", "a"), Ids.derived("a", "b", ""), Ids.derived("", "a", "b")))
                .doesNotHaveDuplicates()
                .allMatch(Ids::plausible);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", ".", "a b", "a/b", "../etc", "a\n", "xã", "$where", "{}"})
    void aTextThatCannotBeAnIdIsRefused(String text) {
        assertThat(Ids.plausible(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskId(text)).withMessageNotContaining("etc");
    }

    @Test
    void anIdHasAtMostEightyCharacters() {
        assertThat(Ids.plausible("a".repeat(80))).isTrue();
        assertThat(Ids.plausible("a".repeat(81))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anIdIsWrittenAsItsTextAndCheckedWhenRead(Class<?> type) {
        assertThat(RecordSchemas.isId(type)).isTrue();

        var id = EventJson.mapper().readValue("\"vk-vp:1\"", type);

        assertThat(id).isInstanceOf(type).hasToString("vk-vp:1");
        assertThat(EventJson.mapper().writeValueAsString(id)).isEqualTo("\"vk-vp:1\"");
        assertThatThrownBy(() -> EventJson.mapper().readValue("\"../etc\"", type)).isInstanceOf(JacksonException.class);
    }
}
