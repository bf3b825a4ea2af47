package vn.dondoc.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.dondoc.reading.text.Fold;

import static org.assertj.core.api.Assertions.assertThat;

/** How a text was wrapped, encoded or typed must not change what is read from it. */
class DisturbedTextTest {

    private static final String EXPECTED = summary(SamplePlan.read(SamplePlan.TEXT));

    @Property(tries = 25)
    void hardWrappingChangesNothing(@ForAll @IntRange(min = 62, max = 110) int width) {
        assertThat(summary(SamplePlan.read(wrapped(SamplePlan.TEXT, width)))).isEqualTo(EXPECTED);
    }

    @Property(tries = 20)
    void wrappingWithDoubledLineBreaksChangesNothing(@ForAll @IntRange(min = 62, max = 110) int width) {
        String wrapped = wrapped(SamplePlan.TEXT, width).replaceAll("\\n{2,}", "\n").replace("\n", "\n\n");

        assertThat(summary(SamplePlan.read(wrapped))).isEqualTo(EXPECTED);
    }

    @Property(tries = 1)
    void lostLineBreaksChangeNothing() {
        assertThat(summary(SamplePlan.read(SamplePlan.TEXT.replaceAll("\\s*\\n\\s*", " ")))).isEqualTo(EXPECTED);
    }

    @Property(tries = 1)
    void decomposedCharactersChangeNothing() {
        assertThat(summary(SamplePlan.read(Normalizer.normalize(SamplePlan.TEXT, Normalizer.Form.NFD)))).isEqualTo(EXPECTED);
    }

    @Property(tries = 30)
    void otherDashesQuotesAndSpacesChangeNothing(@ForAll @IntRange(min = 0, max = 3) int dash, @ForAll boolean hardSpaces, @ForAll boolean windows) {
        String text = SamplePlan.TEXT.replace(" - ", " " + "-–—−".charAt(dash) + " ").replace("\n- ", "\n" + "-–—•".charAt(dash) + " ");
        text = hardSpaces ? text.replace("UBND xã", "UBND\u00A0xã").replace(". ", ".  ") : text;
        text = windows ? text.replace("\n", "\r\n") : text;

        assertThat(summary(SamplePlan.read(text))).isEqualTo(EXPECTED);
    }

    /** Everything that was read, blind to the kind of dash and to places. */
    static String summary(Reading reading) {
        List<String> parts = new ArrayList<>();
        parts.add(String.valueOf(reading.document()));
        reading.legalBases().forEach(basis -> parts.add(basis.number() + " " + basis.date()));
        reading.targets().forEach(target -> parts.add(target.group() + " " + target.name() + target.operator() + target.value() + target.unit()));
        reading.tasks().forEach(task -> parts.add(task.ordinal() + " " + task.title() + task.lead() + task.coordinating() + task.product() + task.due()));
        reading.reporting().forEach(report -> parts.add(report.frequency() + report.before() + report.reporter() + report.recipient()));
        reading.duties().forEach(duty -> parts.add(duty.unit() + ": " + duty.text()));
        parts.add(reading.recipients().toString());
        parts.add(reading.warnings().stream().map(Warning::code).collect(Collectors.joining(",")));
        return Fold.fold(String.join("\n", parts));
    }

    private static String wrapped(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int column = 0;
            for (String word : line.split(" ")) {
                if (column > 0 && column + 1 + word.length() > width) {
                    wrapped.append('\n');
                    column = 0;
                } else if (column > 0) {
                    wrapped.append(' ');
                    column++;
                }
                wrapped.append(word);
                column += word.length();
            }
            wrapped.append('\n');
        }
        return wrapped.toString();
    }
}
