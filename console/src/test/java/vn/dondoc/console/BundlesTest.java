package vn.dondoc.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;

import static org.assertj.core.api.Assertions.assertThat;

class BundlesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.]+[a-zA-Z])[}(]|msg\\('([a-zA-Z.]+[a-zA-Z])'");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        var vietnamese = bundle("/messages.properties");
        var english = bundle("/messages_en.properties");
        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
        for (var key : vietnamese.stringPropertyNames()) {
            assertThat(vietnamese.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(english.getProperty(key))).as(key).isEqualTo(placeholders(vietnamese.getProperty(key)));
        }
    }

    @Test
    void noPageNamesATextThatIsMissing() throws IOException {
        var known = bundle("/messages.properties").stringPropertyNames();
        var used = new HashSet<String>();
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var found = KEY.matcher(Files.readString(file));
                while (found.find()) {
                    used.add(found.group(1) == null ? found.group(2) : found.group(1));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(known).containsAll(used);
    }

    @Test
    void everyWordOfTheDomainIsSaid() throws IOException {
        var known = bundle("/messages.properties").stringPropertyNames();
        assertThat(known).containsAll(words("timeclass.", TimeClass.values())).containsAll(words("workstate.", WorkState.values()))
                .containsAll(words("reportstatus.", ReportStatus.values())).containsAll(words("frequency.", Frequency.values()))
                .containsAll(words("role.", Role.values())).containsAll(words("targetstanding.", TargetStanding.values()))
                .containsAll(words("targetarithmetic.", TargetArithmetic.values())).containsAll(words("sharemoney.", ShareMoney.values()))
                .containsAll(words("rankingfigure.", Rankings.Figure.values())).containsAll(words("ranking.every.", Rankings.Period.values()))
                .containsAll(words("ranking.compared.", Rankings.Compared.values())).containsAll(words("ranking.excluded.", Rankings.Exclusion.values()));
    }

    private static Set<String> words(String prefix, Coded[] all) {
        return new HashSet<>(Arrays.stream(all).map(one -> prefix + one.code()).toList());
    }

    private static Set<String> placeholders(String text) {
        return new HashSet<>(Stream.of("{0}", "{1}", "{2}").filter(text::contains).toList());
    }

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        try (var in = new InputStreamReader(BundlesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
