package vn.dondoc.task;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tasks that nobody answers for. */
class ChecksTest extends TaskTest {

    ChecksTest() {
        super("ck");
    }

    @Test
    void open_tasks_of_a_unit_that_nobody_knows_are_told() {
        planned("xa1.kinhte");
        assertThat(found()).isEmpty();
        var lost = UUID.randomUUID().toString();
        publish(lost, List.of("xa1.giai-the"), List.of());
        publish(UUID.randomUUID().toString(), List.of("xa1.kinhte", "xa1.giai-the"), List.of());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(found()).singleElement().satisfies(one -> {
            assertThat(one.count()).isEqualTo(2);
            assertThat(one.examples()).containsExactly("ck-xa1.giai-the");
            assertThat(one.severity()).isEqualTo(Operations.Severity.WARNING);
        }));
    }

    private List<Operations.Finding> found() {
        var answer = get("/api/operations/task-service/checks", province.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isOk()
                .expectBody(Operations.Checks.class).returnResult().getResponseBody();
        return Objects.requireNonNull(answer).findings().stream().filter(one -> one.code().equals("TASK_WITHOUT_LEAD")).toList();
    }
}
