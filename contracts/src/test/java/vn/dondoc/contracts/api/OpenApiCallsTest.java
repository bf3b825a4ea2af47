package vn.dondoc.contracts.api;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.contracts.api.OpenApiDocument.Call;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.contracts.api.OpenApiDocument.map;

/** What holds of every described call. */
class OpenApiCallsTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();

    private static Stream<Call> calls() {
        return DOCUMENT.calls().values().stream();
    }

    private static Stream<Call> writing() {
        return calls().filter(call -> !call.name().startsWith("GET "));
    }

    private static Stream<Call> lists() {
        return calls().filter(call -> call.operation().toString().contains("PageOf."));
    }

    @Test
    void referencesLeadSomewhere() {
        assertThat(DOCUMENT.references()).hasSizeGreaterThan(200).allSatisfy(reference -> assertThat(DOCUMENT.at(reference)).isNotNull());
    }

    @Test
    void everyComponentIsUsed() {
        var used = DOCUMENT.references();
        DOCUMENT.components().forEach((kind, parts) -> {
            if (!kind.equals("securitySchemes") && !kind.equals("examples")) {
                var names = ((Map<?, ?>) parts).keySet().stream().map(name -> "#/components/" + kind + "/" + name).toList();
                // Told in a sentence only: the data of a server-sent event are text to OpenAPI
                assertThat(names).filteredOn(name -> !name.endsWith("/DashboardChange")).isSubsetOf(used);
            }
        });
    }

    @Test
    void namesOfOperationsAreUnique() {
        assertThat(calls().map(call -> call.operation().get("operationId"))).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallBelongsToOneServiceAndSaysInASentenceWhatItDoes(Call call) {
        assertThat((List<?>) call.operation().get("tags")).singleElement().isIn("plan", "task", "reporting", "notification", "operations");
        assertThat((String) call.operation().get("summary")).endsWith(".").doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void thePlacesInAPathAreParameters(Call call) {
        var places = Pattern.compile("\\{(\\w+)}").matcher(call.name()).results().map(match -> match.group(1)).toList();

        assertThat(names(call, "path")).containsExactlyInAnyOrderElementsOf(places);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallNamesItsRefusals(Call call) {
        var responses = map(call.operation(), "responses");

        assertThat(responses.keySet()).contains("401", "503").anyMatch(code -> code.startsWith("2"));
        assertThat(responses.entrySet()).allSatisfy(response -> {
            var body = map(DOCUMENT.resolved(response.getValue()), "content");
            assertThat(body.containsKey("application/problem+json")).isEqualTo(!response.getKey().startsWith("2"));
            assertThat(map(DOCUMENT.resolved(response.getValue()), "headers")).containsKey("X-Correlation-Id");
        });
        if (call.name().contains("{id}")) {
            assertThat(responses).containsKey("404");
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    void aWritingCallCanBeRepeatedSafely(Call call) {
        assertThat(names(call, "header")).contains("Idempotency-Key");
        assertThat(map(call.operation(), "responses")).containsKeys("409", "422");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListIsReadInPages(Call call) {
        assertThat(names(call, "query")).contains("limit", "after");
        assertThat(map(call.operation(), "responses")).containsKey("400");
    }

    @Test
    void aChangeNamesTheVersionItWasMadeFor() {
        var patches = calls().filter(call -> call.name().startsWith("PATCH ")).toList();

        assertThat(patches).isNotEmpty().allSatisfy(call -> {
            assertThat(names(call, "header")).contains("If-Match");
            assertThat(map(call.operation(), "responses")).containsKeys("412", "428");
            var read = DOCUMENT.calls().get(call.name().replace("PATCH ", "GET "));
            assertThat(map(map(map(read.operation(), "responses"), "200"), "headers")).containsKey("ETag");
        });
    }

    private static List<Object> names(Call call, String in) {
        return DOCUMENT.parametersOf(call).stream().filter(parameter -> in.equals(parameter.get("in"))).map(parameter -> parameter.get("name")).toList();
    }
}
