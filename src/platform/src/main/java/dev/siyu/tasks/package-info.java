/**
 * Knows what staff members (导购 / 客服) are asked to do by hand, who leads them, and tells them by app
 * message.
 */
@NullMarked
package dev.siyu.tasks;

import org.jspecify.annotations.NullMarked;
