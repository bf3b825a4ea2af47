package vn.dondoc.reporting.recount;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Correlation;

/** The tasks of the whole installation, asked of task-service in this service's own name: whoever has them counted sees none of them. */
final class Tasks implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
    private static final String STATES = "/api/operations/task-service/states/assignments?limit=1000";
    private static final ParameterizedTypeReference<Page<Operations.State>> PAGE = new ParameterizedTypeReference<>() {};

    private final RestClient service;

    Tasks(RestClient service) {
        this.service = service;
    }

    @Override
    public String prefix() {
        return "task/";
    }

    @Override
    public Some behind(@Nullable String after) {
        var page = ask(after);
        return new Some(page.items().stream().map(this::expected).toList(), page.next());
    }

    private Page<Operations.State> ask(@Nullable String after) {
        try {
            var answer = service.get()
                    .uri(after == null ? STATES : STATES + "&after={after}", after == null ? new Object[0] : new Object[] {after})
                    .header(Correlation.HEADER, Correlation.current())
                    .retrieve()
                    .body(PAGE);
            if (answer != null) {
                return answer;
            }
        } catch (RestClientException away) {
            LOG.warn("The states of tasks cannot be read: {}", away.getMessage());
        }
        throw ProblemException.unavailable("TASKS_UNREACHABLE", 10);
    }
}
