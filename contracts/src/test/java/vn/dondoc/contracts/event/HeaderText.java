package vn.dondoc.contracts.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static vn.dondoc.contracts.RecordSchemas.ordered;

/** What readers of the description need to know of the record headers. */
enum HeaderText {
    ID(EventHeaders.ID, true, ordered("type", "string", "description", "the same whenever the event is sent again")),
    TYPE(EventHeaders.TYPE, true, ordered("type", "string", "description", "name of the message")),
    SOURCE(EventHeaders.SOURCE, true, ordered("type", "string", "format", "uri-reference", "examples", List.of("/task-service"))),
    SUBJECT(
            EventHeaders.SUBJECT,
            true,
            ordered("type", "string", "description", "collection and id of what it happened to", "examples", List.of("assignments/3f0c9a5e7d1b4268"))),
    TIME(EventHeaders.TIME, true, ordered("type", "string", "format", "date-time", "description", "domain time, in UTC")),
    SPEC_VERSION(EventHeaders.SPEC_VERSION, true, ordered("const", "1.0")),
    CONTENT_TYPE(EventHeaders.CONTENT_TYPE, true, ordered("const", "application/json")),
    SEQUENCE(
            EventHeaders.SEQUENCE,
            true,
            ordered("type", "string", "pattern", "^[1-9][0-9]*$", "description", "grows by one with each event of the same subject")),
    GENERATION(
            EventHeaders.GENERATION,
            false,
            ordered(
                    "type", "string", "pattern", "^[1-9][0-9]*$",
                    "description", "grows when the topics are rebuilt from restored histories; 1 where it is missing. "
                            + "Every sequence of a later generation is newer than any of an earlier")),
    CORRELATION(
            EventHeaders.CORRELATION,
            false,
            ordered("type", "string", "description", "follows one call of a person through all that it caused"));

    private final String header;
    private final boolean required;
    private final Map<String, Object> description;

    HeaderText(String header, boolean required, Map<String, Object> description) {
        this.header = header;
        this.required = required;
        this.description = description;
    }

    String header() {
        return header;
    }

    static Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        Stream.of(values()).forEach(text -> properties.put(text.header, text.description));
        return ordered(
                "type", "object",
                "required", Stream.of(values()).filter(text -> text.required).map(HeaderText::header).toList(),
                "properties", properties);
    }
}
