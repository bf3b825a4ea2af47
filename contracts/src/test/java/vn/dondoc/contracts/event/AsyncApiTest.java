package vn.dondoc.contracts.event;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The committed description of the topics is the one that the records give. */
class AsyncApiTest {

    private static final Path COMMITTED = Path.of("src/main/resources/asyncapi.json");

    @Test
    void theCommittedDescriptionIsTheOneOfTheRecords() throws IOException {
        var made = EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(AsyncApiDocument.make()).replace("\r\n", "\n") + "\n";
        if (Boolean.getBoolean("dondoc.update")) {
            Files.writeString(COMMITTED, made);
        }

        assertThat(Files.readString(COMMITTED)).as("Run this test with -Ddondoc.update=true and look at the difference").isEqualTo(made);
    }

    @Test
    void everyEventTravelsOnOneTopic() {
        var travelling = Stream.of(TopicText.values()).filter(text -> text != TopicText.ORGANISATION).flatMap(text -> text.types().keySet().stream());

        assertThat(travelling).containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
    }

    @Test
    void everyTopicIsDescribed() {
        assertThat(Stream.of(TopicText.values()).map(TopicText::topic)).containsExactly(Topic.values());
    }

    @Test
    void everyHeaderIsDescribed() throws IllegalAccessException {
        var headers = new java.util.ArrayList<String>();
        for (var field : EventHeaders.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                headers.add((String) field.get(null));
            }
        }

        assertThat(Arrays.stream(HeaderText.values()).map(HeaderText::header)).containsExactlyInAnyOrderElementsOf(headers);
    }

    @Test
    void aTopicSaysHowLongItKeepsItsRecords() {
        var channels = (Map<?, ?>) AsyncApiDocument.make().get("channels");

        assertThat(channels.get("notification").toString()).contains("retention.ms=7776000000", "[delete]");
        assertThat(channels.get("task").toString()).contains("retention.ms=-1", "[delete]", "partitions=12");
        assertThat(channels.get("organisation").toString()).contains("retention.ms=-1", "[compact]");
    }
}
