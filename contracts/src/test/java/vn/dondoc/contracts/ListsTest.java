package vn.dondoc.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.contracts.RecordSchemas.Absence;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class ListsTest {

    private static Stream<Class<?>> recordsWithLists() {
        var roots = new ArrayList<>(PackageRecords.beside(Tasks.class));
        roots.addAll(PackageRecords.beside(TaskState.class));
        return Stream.concat(
                        new RecordSchemas(Absence.NULLABLE).closure(roots.stream().filter(type -> type.getTypeParameters().length == 0).toList()).values().stream(),
                        roots.stream())
                .distinct()
                .filter(type -> type.isRecord() && Stream.of(type.getRecordComponents()).anyMatch(part -> part.getType() == List.class));
    }

    /** A writer of an earlier version did not know the field. */
    @ParameterizedTest
    @MethodSource("recordsWithLists")
    void aListThatIsLeftOutIsEmpty(Class<?> type) throws ReflectiveOperationException {
        for (var json : List.of(withKind(type, ""), withNulls(type))) {
            var read = EventJson.mapper().readValue(json, type);
            for (var component : type.getRecordComponents()) {
                if (component.getType() == List.class && !RecordSchemas.nullable(component)) {
                    assertThat((List<?>) component.getAccessor().invoke(read)).as(component.getName()).isNotNull().isEmpty();
                }
            }
        }
    }

    private static String withNulls(Class<?> type) {
        return withKind(type, Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() == List.class)
                .map(component -> '"' + component.getName() + "\":null")
                .collect(Collectors.joining(",")));
    }

    /** One of several choices says which it is. */
    private static String withKind(Class<?> type, String fields) {
        var all = new StringJoiner(",", "{", "}").setEmptyValue("{}");
        RecordSchemas.discriminator(type, (property, name) -> all.add('"' + property + "\":\"" + name + '"'));
        return (fields.isEmpty() ? all : all.add(fields)).toString();
    }

    @Test
    void theTestSeesTheRecords() {
        assertThat(recordsWithLists()).hasSizeGreaterThan(18).contains(TaskState.class, Tasks.Task.class);
    }

    @Test
    void aListCannotBeChangedBehindTheRecord() {
        var days = new ArrayList<LocalDate>();
        var calendar = new CalendarState(new UnitId("p"), 2026, days, List.of(), "quyết định");
        days.add(LocalDate.of(2026, 1, 1));

        assertThat(calendar.daysOff()).isEmpty();
    }

    @Test
    void anElementThatIsNullIsRefused() {
        var list = new ArrayList<String>();
        list.add(null);

        assertThatNullPointerException().isThrownBy(() -> Lists.orEmpty(list));
    }
}
