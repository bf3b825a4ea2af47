package vn.dondoc.plan.person;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.id.PersonId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PersonalKeysTest {

    private static final PersonId HA = new PersonId("ha");
    private static final String OLD = "old:" + key('a');
    private static final String NEW = "new:" + key('b');

    @Test
    void what_was_sealed_opens_with_its_key_also_when_a_newer_one_writes() {
        var sealed = PersonalKeys.read(OLD).seal(HA, "name", "Lương Thị Hà");
        var both = PersonalKeys.read(NEW + "," + OLD);

        assertThat(both.newest()).isEqualTo("new");
        assertThat(both.open(HA, "name", "old", sealed)).isEqualTo("Lương Thị Hà");
        assertThatThrownBy(() -> PersonalKeys.read(NEW).open(HA, "name", "old", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> both.open(HA, "name", "new", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_value_that_was_changed_or_moved_does_not_open() {
        var keys = PersonalKeys.read(OLD);
        var sealed = keys.seal(HA, "name", "Lương Thị Hà");

        assertThatThrownBy(() -> keys.open(new PersonId("an"), "name", "old", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open(HA, "phone", "old", sealed)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open(HA, "name", "old", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_text_is_never_sealed_alike_but_found_alike() {
        var keys = PersonalKeys.read(OLD);

        assertThat(keys.seal(HA, "phone", "+84912345678")).isNotEqualTo(keys.seal(HA, "phone", "+84912345678"));
        assertThat(keys.lookUps("phone", "+84912345678")).isEqualTo(keys.lookUps("phone", "+84912345678"))
                .doesNotContainAnyElementsOf(PersonalKeys.read(NEW).lookUps("phone", "+84912345678"))
                .doesNotContainAnyElementsOf(keys.lookUps("email", "+84912345678"));
        assertThat(PersonalKeys.read(NEW + "," + OLD).lookUps("phone", "+84912345678")).containsAll(keys.lookUps("phone", "+84912345678")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "k:", "k:c2hvcnQ=", "k:???", "a b:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY=",
        "k:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY=,k:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY="})
    void broken_keys_are_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> PersonalKeys.read(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("DONDOC_PERSONAL_DATA_KEYS")
                .satisfies(refused -> assertThat(text.isEmpty() || !refused.getMessage().contains(text)).isTrue());
    }

    private static String key(char of) {
        return Base64.getEncoder().encodeToString(String.valueOf(of).repeat(32).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
