package vn.dondoc.testing.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dondoc.testing.MadePart;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings of docs/operating.md, made of what the applications read; with {@code -Ddondoc.update=true} written there. */
class SettingsTableTest {

    private static final Pattern SECRET = Pattern.compile("SECRET(_[A-Z]+)?|PASSWORD|TOKEN|KEYS");

    private static SettingsTable table;

    @BeforeAll
    static void read() {
        table = new SettingsTable();
    }

    @Test
    void the_page_of_operators_has_every_setting_as_it_is() {
        MadePart.isOnThePage("docs/operating.md", "settings", table.toString());
    }

    @Test
    void every_variable_that_a_class_names_is_what_its_setting_comes_from() {
        assertThat(table.told()).filteredOn(one -> !isRead(one)).isEmpty();
    }

    @Test
    void every_setting_that_comes_from_outside_says_what_it_is() {
        assertThat(table.rows()).filteredOn(row -> row.words().isBlank()).isEmpty();
        var bound = table.told().stream().map(Told::path).collect(Collectors.toSet());
        assertThat(table.module("notification-service").bound()).extracting(Module.Bound::path).isNotEmpty().isSubsetOf(bound);
        assertThat(table.module("plan-service").bound()).extracting(Module.Bound::path).isNotEmpty().isSubsetOf(bound);
    }

    @Test
    void what_is_called_a_secret_is_one() {
        assertThat(table.rows()).filteredOn(row -> SECRET.matcher(row.variable()).find() && row.variable().matches(".*(" + SECRET + ")$"))
                .hasSizeGreaterThan(10).allMatch(SettingsTable.Row::isSecret);
        assertThat(table.rows()).filteredOn(SettingsTable.Row::isSecret).extracting(SettingsTable.Row::variable)
                .contains("MONGODB_URI", "SMTP_URL", "DONDOC_SMS_HEADER");
    }

    /** Named in the module's configuration where the setting stands, as Spring would name it, or asked for in its code. */
    private boolean isRead(Told one) {
        var module = table.module(one.module());
        if (one.path().isEmpty()) {
            return one.variable().startsWith("SPRING_") || module.asksFor(one.variable());
        }
        var spring = one.path().toUpperCase(Locale.ROOT).replace('.', '_');
        return table.module("platform").of(one.path(), one.variable()).isPresent() || module.of(one.path(), one.variable()).isPresent()
                || List.of(spring.replace('-', '_'), spring.replace("-", "")).contains(one.variable());
    }
}
