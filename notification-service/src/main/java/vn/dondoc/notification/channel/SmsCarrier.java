package vn.dondoc.notification.channel;

import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** Short messages: what is critical, by a code and a link. */
@Component
class SmsCarrier implements Carrier {

    private final SmsGateway gateway;
    private final CodeAndLink words;
    private final Texts texts;

    SmsCarrier(SmsGateway gateway, CodeAndLink words, Texts texts) {
        this.gateway = gateway;
        this.words = words;
        this.texts = texts;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Needs needs() {
        return Needs.PHONE;
    }

    @Override
    public boolean isThere() {
        return gateway.isThere();
    }

    @Override
    public Answer send(Parcel parcel) {
        var message = parcel.first();
        return gateway.tell(parcel.address(), texts.word("message.short", ProblemConfiguration.VIETNAMESE, words.code(message), words.link(message)));
    }
}
