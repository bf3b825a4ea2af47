package vn.dondoc.task.dossier;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.assignment.Commands;
import vn.dondoc.task.assignment.Figures;
import vn.dondoc.task.sheet.Words;
import vn.dondoc.testing.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

/** A document tells every event and every state in words. */
class WordsOfDocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void nothing_is_without_a_word(String language) {
        var events = Stream.concat(Arrays.stream(TaskEvent.class.getPermittedSubclasses()).map(Class::getSimpleName),
                Stream.of(Commands.DIFFICULTY, Figures.TYPE, Attaching.TYPE)).map(type -> "entry." + type).toList();
        assertThat(Sentences.own(language)).hasSizeGreaterThan(100).containsAll(events)
                .containsAll(codes("timeclass.", TimeClass.values())).containsAll(codes("workstate.", WorkState.values()))
                .containsAll(codes("frequency.", Frequency.values()));
    }

    @Test
    void a_figure_is_written_as_the_language_writes_numbers() {
        var told = new Tasks.Figure("Diện tích", new BigDecimal("1234567.50"), new BigDecimal("2000000"), "m²");
        assertThat(new Words(new StaticMessageSource(), Locale.of("vi")).of(told)).isEqualTo("Diện tích: 1.234.567,5/2.000.000 m²");
        assertThat(new Words(new StaticMessageSource(), Locale.ENGLISH).of(told)).isEqualTo("Diện tích: 1,234,567.5/2,000,000 m²");
        assertThat(new Words(new StaticMessageSource(), Locale.ENGLISH).of(new Tasks.Figure("A", BigDecimal.ZERO, null, null))).isEqualTo("A: 0");
    }

    private static List<String> codes(String prefix, Coded[] all) {
        return Arrays.stream(all).map(one -> prefix + one.code()).toList();
    }
}
