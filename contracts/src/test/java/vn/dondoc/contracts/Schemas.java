package vn.dondoc.contracts;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import vn.dondoc.contracts.event.EventJson;

/** Holds values against schemas that refer to the components of their document. */
public final class Schemas {

    private Schemas() {}

    /** What is wrong with the value; empty where it is valid. */
    public static List<String> complaints(Object components, Object schema, String value) {
        var root = EventJson.mapper().writeValueAsString(Map.of("allOf", List.of(schema), "components", components));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root)
                .validate(value, InputFormat.JSON, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
