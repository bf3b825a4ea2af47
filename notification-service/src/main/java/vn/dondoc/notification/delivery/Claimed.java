package vn.dondoc.notification.delivery;

/**
 * A delivery that one worker has for the length of a lease.
 *
 * @param owner the mark of this claim; what is noted under another one is ignored
 */
record Claimed(Delivery delivery, String owner) {

    String id() {
        return delivery.id();
    }
}
