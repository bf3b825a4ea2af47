package vn.dondoc.platform.state;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Operations.State;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.problem.ProblemException;

/** States are of the whole installation: only the service that counts them anew may read them. */
@RestController
@RequestMapping("/api/operations/${spring.application.name}/states")
class StateController {

    static final int DEFAULT = 200;
    /** More than in lists for people: programs read a hundred thousand of them. */
    static final int MOST = 1000;
    private static final String CURSOR = "i";

    private final States states;

    StateController(States states) {
        this.states = states;
    }

    @Allowed(services = "reporting")
    @GetMapping("/{collection}")
    Page<State> list(
            @PathVariable String collection,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        if (!states.has(collection)) {
            throw ProblemException.notFound();
        }
        var count = limit == null ? DEFAULT : limit;
        if (count < 1 || count > MOST) {
            throw ProblemException.of(400, "LIMIT", MOST);
        }
        var some = states.behind(collection, after == null ? null : idIn(after), count);
        return new Page<>(some.states(), some.last() == null ? null : cursor(some.last()), null);
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((CURSOR + id).getBytes(StandardCharsets.UTF_8));
    }

    private static String idIn(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(CURSOR)) {
                return text.substring(CURSOR.length());
            }
        } catch (IllegalArgumentException _) {
            throw ProblemException.of(400, "CURSOR");
        }
        throw ProblemException.of(400, "CURSOR");
    }
}
