package vn.dondoc.contracts;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VietnameseOrderTest {

    private static final List<String> ORDERED = List.of("Xã An Bình", "Xã Ba Vì", "Xã Dương Hòa", "Xã Đắk Lua", "Xã Ea Súp", "xã Y Tý");

    @Test
    void names_stand_as_a_dictionary_has_them_whatever_came_first() {
        var names = new ArrayList<>(ORDERED);
        Collections.shuffle(names, new Random(7));
        assertThat(names.stream().sorted(VietnameseOrder.NAMES)).containsExactlyElementsOf(ORDERED);
    }

    @Test
    void more_names_than_are_kept_are_ordered_as_well() {
        var collator = Collator.getInstance(Locale.of("vi"));
        var random = new Random(11);
        for (int number = 0; number < 50_000; number++) {
            var one = "Thôn " + random.nextInt(100_000);
            var other = "Thôn Đ" + random.nextInt(100_000);
            assertThat(Integer.signum(VietnameseOrder.NAMES.compare(one, other))).isEqualTo(Integer.signum(collator.compare(one, other)));
        }
    }
}
