package vn.dondoc.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Correlation;

/**
 * Takes one claimed letter to its end, or back into the queue. What became of it is recorded before it leaves the queue; dying in
 * between costs at most one doubtful second letter with the same message id.
 */
@Component
class Courier {

    private static final Duration DIRECTORY_PAUSE = Duration.ofSeconds(5);

    private final Aggregates<Notification> notifications;
    private final DeliveryQueue queue;
    private final LastLook lastLook;
    private final LetterWriter writer;
    private final MailChannel mail;
    private final Patience patience;
    private final DomainClock domainClock;
    private final Clock systemClock;
    private final MeterRegistry registry;

    Courier(
            Aggregates<Notification> notifications,
            DeliveryQueue queue,
            LastLook lastLook,
            LetterWriter writer,
            MailChannel mail,
            Patience patience,
            DomainClock domainClock,
            Clock systemClock,
            MeterRegistry registry) {
        this.notifications = notifications;
        this.queue = queue;
        this.lastLook = lastLook;
        this.writer = writer;
        this.mail = mail;
        this.patience = patience;
        this.domainClock = domainClock;
        this.systemClock = systemClock;
        this.registry = registry;
        Gauge.builder("dondoc.letters.waiting", queue, DeliveryQueue::size).description("Letters not sent yet").register(registry);
    }

    void deliver(Claimed letter) {
        Correlation.with(letter.correlation(), () -> notifications.find(letter.id())
                .map(found -> found.state())
                .filter(message -> message.waitsOn(Channel.EMAIL))
                .ifPresentOrElse(message -> attempt(letter, message), () -> queue.done(letter)));
    }

    private void attempt(Claimed letter, Notification message) {
        switch (lastLook.at(message)) {
            case LastLook.Verdict.Drop(var reason) -> end(letter, "dropped", now -> now.dropped(Channel.EMAIL, reason));
            case LastLook.Verdict.Wait _ -> queue.again(letter, DIRECTORY_PAUSE);
            case LastLook.Verdict.Send(var to, var mailbox) -> {
                switch (mail.send(writer.write(message, to, mailbox))) {
                    case Answer.Taken _ -> end(letter, "delivered", now -> now.delivered(Channel.EMAIL));
                    case Answer.Refused(var code) -> end(letter, "failed", now -> now.failed(Channel.EMAIL, code));
                    case Answer.Away(var code) -> laterOrNever(letter, code);
                }
            }
        }
    }

    private void laterOrNever(Claimed letter, String code) {
        patience.next(letter.tries(), letter.queuedAt(), systemClock.instant(), ThreadLocalRandom.current())
                .ifPresentOrElse(pause -> {
                    queue.again(letter, pause);
                    count("postponed");
                }, () -> end(letter, "failed", now -> now.failed(Channel.EMAIL, code)));
    }

    private void end(Claimed letter, String outcome, Function<Notification, Decision<Notification>> decide) {
        notifications.change(letter.id(), Act.bySystem("courier", domainClock.instant()), decide).orProblem();
        queue.done(letter);
        count(outcome);
    }

    private void count(String outcome) {
        registry.counter("dondoc.letters", "outcome", outcome).increment();
    }
}
