/** Events as they travel over Kafka. Published fields are added to, never renamed nor given another meaning. */
@NullMarked
package vn.dondoc.contracts.event;

import org.jspecify.annotations.NullMarked;
