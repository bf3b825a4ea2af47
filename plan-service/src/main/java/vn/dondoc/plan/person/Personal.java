package vn.dondoc.plan.person;

/** A text about a person; printed it is masked, so that no log and no message of a fault shows it. */
record Personal(String value) {

    @Override
    public String toString() {
        return "•••";
    }
}
