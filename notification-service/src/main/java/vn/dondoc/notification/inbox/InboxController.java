package vn.dondoc.notification.inbox;

import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Notifications;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.preference.Choices;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Window;

/** What the holder of a position was told. */
@RestController
@RequestMapping("/api/notifications")
class InboxController {

    private final Aggregates<Notification> notifications;
    private final InboxView view;
    private final Choices choices;

    InboxController(Aggregates<Notification> notifications, InboxView view, Choices choices) {
        this.notifications = notifications;
        this.view = view;
        this.choices = choices;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<Notifications.Notification> list(
            Caller caller, Window window, @RequestParam(defaultValue = "false") boolean unread, Locale locale) {
        var own = unread ? unreadOf(caller) : shownTo(caller);
        var query = new Query(own)
                .with(Sort.by(Sort.Order.desc("at"), Sort.Order.asc("_id")))
                .skip(window.offset())
                .limit(window.limit() + 1);
        var found = list(query).stream().map(message -> view.of(message, locale)).toList();
        return window.page(found, notifications.count(new Query(own)));
    }

    /** What a person muted stands in the list, and is no news. */
    @GetMapping("/unread")
    @Allowed(on = Reach.SELF)
    Notifications.Unread unread(Caller caller) {
        var muted = choices.of(caller.person()).muted();
        var news = muted.isEmpty() ? unreadOf(caller) : unreadOf(caller).and("urgency").nin(muted.stream().map(Enum::name).toList());
        return new Notifications.Unread(notifications.count(new Query(news)));
    }

    @PostMapping("/{id}/read")
    @Allowed(on = Reach.OWN)
    Notifications.Notification read(@PathVariable String id, Call call, Locale locale) {
        var own = shownTo(call.caller());
        var message = notifications.find(id, own).orElseThrow(ProblemException::notFound).state();
        var act = call.act(id, Actor.person(call.caller().person(), message.to().position()));
        var read = notifications.change(id, act, null, new Criteria[] {own}, state -> state.read(call.at())).orProblem();
        return view.of(read.state(), locale);
    }

    private List<Notification> list(Query query) {
        return notifications.list(query).stream().map(found -> found.state()).toList();
    }

    private static Criteria shownTo(Caller caller) {
        return Criteria.where("to.position").in(positionsOf(caller)).and("inbox").is("DELIVERED");
    }

    private static Criteria unreadOf(Caller caller) {
        return Criteria.where("to.position").in(positionsOf(caller)).and("unread").is(true);
    }

    private static List<String> positionsOf(Caller caller) {
        return caller.held().stream().map(held -> held.position().id().value()).toList();
    }
}
