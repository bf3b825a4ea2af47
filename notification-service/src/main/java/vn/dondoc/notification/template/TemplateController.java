package vn.dondoc.notification.template;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.notification.channel.ShortPreview;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Templates;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.obligation.ObligationKind;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.platform.problem.ProblemException;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.PROVINCE_STANDING;

/** The templates over HTTP. */
@RestController
@RequestMapping("/api/notifications/templates")
class TemplateController {

    private static final int LOOKED_AT = 50;

    private final Templates templates;
    private final Texts texts;
    private final ShortPreview shorts;
    private final Aggregates<Notification> notifications;

    TemplateController(Templates templates, Texts texts, ShortPreview shorts, Aggregates<Notification> notifications) {
        this.templates = templates;
        this.texts = texts;
        this.shorts = shorts;
        this.notifications = notifications;
    }

    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.SELF)
    @GetMapping
    MessageTemplates.All all() {
        return templates.all();
    }

    /** With the newest message of the branch that was made of it. */
    @Allowed(value = {PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, COMMUNE_STANDING}, on = Reach.SELF)
    @GetMapping("/{key}")
    MessageTemplates.Preview preview(@PathVariable String key, Caller caller) {
        var template = templates.find(key).orElseThrow(ProblemException::notFound);
        var newest = newest(key, caller);
        return new MessageTemplates.Preview(
                template, newest.map(message -> filled(message, ProblemConfiguration.VIETNAMESE)).orElse(null), newest.map(message -> filled(message, Locale.ENGLISH)).orElse(null),
                newest.map(shorts::sms).orElse(null), newest.map(shorts::zalo).orElse(null));
    }

    private MessageTemplates.Words filled(Notification message, Locale locale) {
        return new MessageTemplates.Words(texts.subject(message, locale), texts.text(message, locale));
    }

    /** Only what the whole branch may be told of: titles are no secret in it. */
    private Optional<Notification> newest(String key, Caller caller) {
        var kind = Stream.of(ObligationKind.values()).filter(one -> key.startsWith(one.word() + ".")).findFirst();
        var occasions = Stream.of(Occasion.values())
                .filter(one -> kind.isPresent() && (key + ".").startsWith(kind.get().word() + "." + one.word() + ".")).map(Occasion::name).toList();
        if (kind.isEmpty() || occasions.isEmpty()) {
            return Optional.empty();
        }
        var query = new Query(new Criteria().andOperator(
                caller.branch().within(), Criteria.where("cause.kind").is(kind.get().name()), Criteria.where("cause.occasion").in(occasions)))
                .with(Sort.by(Sort.Direction.DESC, "at")).limit(LOOKED_AT);
        return notifications.list(query).stream().map(Versioned::state).filter(message -> Texts.templateOf(message).equals(key)).findFirst();
    }
}
