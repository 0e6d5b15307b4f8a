/**
 * Hands the customers of one staff account over to others (在职继承, 离职继承) and knows how each of them
 * fared.
 */
@NullMarked
package dev.siyu.handovers;

import org.jspecify.annotations.NullMarked;
