/** Decides whether to do private domain at all (启动评估), and how far the programme has come. */
@NullMarked
package dev.siyu.readiness;

import org.jspecify.annotations.NullMarked;
