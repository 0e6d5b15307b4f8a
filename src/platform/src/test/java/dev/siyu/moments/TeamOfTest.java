package dev.siyu.moments;

import dev.siyu.tasks.Team;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The team without the rest of its room. */
@EnableConfigurationProperties(Team.class)
class TeamOfTest {}
