package vn.dondoc.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Readings as JSON and back; dates are ISO strings, absent values are null. */
public final class ReadingJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.ALWAYS))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReadingJson() {
    }

    /** One line of JSON. */
    public static String write(Reading reading) {
        return MAPPER.writeValueAsString(reading);
    }

    /** Throws {@link JacksonException} when the text is not a reading. */
    public static Reading read(String json) {
        return MAPPER.readValue(json, Reading.class);
    }

    /** The reading of a named file without its text, as {@code parse} prints it. */
    static String line(String file, Reading reading) {
        ObjectNode node = MAPPER.createObjectNode().put("file", file);
        ObjectNode body = MAPPER.valueToTree(reading);
        body.remove("text");
        return node.setAll(body).toString();
    }

    static String error(UnreadableCode code, String detail) {
        ObjectNode node = MAPPER.createObjectNode();
        node.putObject("error").put("code", code.name()).put("detail", detail);
        return node.toString();
    }
}
