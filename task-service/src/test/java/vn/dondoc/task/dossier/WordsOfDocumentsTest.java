package vn.dondoc.task.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.assignment.Commands;
import vn.dondoc.testing.Sentences;

import static org.assertj.core.api.Assertions.assertThat;

/** A document tells every event and every state in words. */
class WordsOfDocumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void nothing_is_without_a_word(String language) {
        var events = Stream.concat(Arrays.stream(TaskEvent.class.getPermittedSubclasses()).map(Class::getSimpleName),
                Stream.of(Commands.DIFFICULTY, Attaching.TYPE)).map(type -> "entry." + type).toList();
        assertThat(Sentences.own(language)).hasSizeGreaterThan(100).containsAll(events)
                .containsAll(codes("timeclass.", TimeClass.values())).containsAll(codes("workstate.", WorkState.values()))
                .containsAll(codes("frequency.", Frequency.values()));
    }

    private static List<String> codes(String prefix, Coded[] all) {
        return Arrays.stream(all).map(one -> prefix + one.code()).toList();
    }
}
