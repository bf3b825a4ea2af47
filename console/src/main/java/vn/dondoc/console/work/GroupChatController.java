package vn.dondoc.console.work;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.clock.DomainClock;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.page.Display;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** What is late and what is due next as words to be pasted into a group chat: units and titles of published plans, nothing of persons. */
@Controller
class GroupChatController {

    private static final int MOST = 200;
    /** Longer lists nobody reads in a chat; the link leads to the rest. */
    private static final int SHOWN = 25;

    private final TaskCalls tasks;
    private final Directory directory;
    private final Display display;
    private final DomainClock clock;
    private final MessageSource messages;
    private final ConsoleSettings settings;

    GroupChatController(TaskCalls tasks, Directory directory, Display display, DomainClock clock, MessageSource messages, ConsoleSettings settings) {
        this.tasks = tasks;
        this.directory = directory;
        this.display = display;
        this.clock = clock;
        this.messages = messages;
        this.settings = settings;
    }

    @GetMapping("/tasks/group-chat")
    String page(@RequestParam(required = false) @Nullable String commune, Model model) {
        var who = directory.who();
        var here = commune != null && Ids.plausible(commune) ? new UnitId(commune) : who.commune();
        if (here == null) {
            model.addAttribute("communes", directory.communes());
            return "tasks/group-chat";
        }
        var of = Query.none().with("commune", here.value()).with("limit", MOST);
        var overdue = tasks.list(of.and("timeClass", "overdue"));
        var dueSoon = tasks.list(of.and("timeClass", "due-soon"));
        model.addAttribute("commune", here);
        model.addAttribute("nothing", overdue.items().isEmpty() && dueSoon.items().isEmpty());
        model.addAttribute("words", words(here, overdue, dueSoon));
        return "tasks/group-chat";
    }

    private String words(UnitId commune, Page<Tasks.TaskSummary> overdue, Page<Tasks.TaskSummary> dueSoon) {
        var name = java.util.stream.Stream.concat(overdue.items().stream(), dueSoon.items().stream()).map(Tasks.TaskSummary::communeName).findFirst().orElse("");
        var link = settings.issuer() + Query.none().with("commune", commune.value()).with("timeClass", List.of("overdue", "due-soon")).address("/tasks");
        return say("chat.head", name, display.moment(clock.now())) + "\n" + part("chat.overdue", overdue) + part("chat.dueSoon", dueSoon) + "\n" + say("chat.link", link);
    }

    private String part(String heading, Page<Tasks.TaskSummary> page) {
        if (page.items().isEmpty()) {
            return "";
        }
        var all = Objects.requireNonNullElse(page.total(), (long) page.items().size());
        var lines = page.items().stream().limit(SHOWN)
                .map(task -> say("chat.line", display.units(task.lead()), task.title(), display.day(task.lastDay()))).collect(Collectors.joining("\n"));
        var more = all > SHOWN ? "\n" + say("chat.more", display.number(all - SHOWN)) : "";
        return "\n" + say(heading, display.number(all)) + "\n" + lines + more + "\n";
    }

    private String say(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
