package dev.siyu.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gateway that answers what a test wants: null is success, anything else a refusal. */
final class FakeGateway extends GatewayGrpc.GatewayImplBase implements AutoCloseable {

  final List<PublishMessageRequest> published = new CopyOnWriteArrayList<>();
  final List<CompleteJobRequest> completed = new CopyOnWriteArrayList<>();
  final AtomicInteger asked = new AtomicInteger();

  /** Decides before a message counts as published. */
  volatile Function<PublishMessageRequest, @Nullable Status> onPublish = request -> null;

  /** Decides about the answer after it counts as published. */
  volatile Function<PublishMessageRequest, @Nullable Status> afterPublish = request -> null;

  volatile Function<CompleteJobRequest, @Nullable Status> onComplete = request -> null;

  private final Server server;

  FakeGateway() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .addService(this)
            .build()
            .start();
  }

  ZeebeClient client() {
    return ZeebeClient.newClientBuilder()
        .grpcAddress(URI.create("http://127.0.0.1:" + server.getPort()))
        .usePlaintext()
        .build();
  }

  @Override
  public void publishMessage(
      PublishMessageRequest request, StreamObserver<PublishMessageResponse> answer) {
    asked.incrementAndGet();
    var refusal = onPublish.apply(request);
    if (refusal == null) {
      published.add(request);
      refusal = afterPublish.apply(request);
    }
    finish(answer, refusal, PublishMessageResponse.getDefaultInstance());
  }

  @Override
  public void completeJob(CompleteJobRequest request, StreamObserver<CompleteJobResponse> answer) {
    asked.incrementAndGet();
    var refusal = onComplete.apply(request);
    if (refusal == null) {
      completed.add(request);
    }
    finish(answer, refusal, CompleteJobResponse.getDefaultInstance());
  }

  @Override
  public void topology(TopologyRequest request, StreamObserver<TopologyResponse> answer) {
    var leader =
        Partition.newBuilder().setPartitionId(1).setRole(Partition.PartitionBrokerRole.LEADER);
    finish(
        answer,
        null,
        TopologyResponse.newBuilder()
            .setPartitionsCount(1)
            .addBrokers(BrokerInfo.newBuilder().setVersion("8.5.8").addPartitions(leader))
            .build());
  }

  private static <T> void finish(StreamObserver<T> answer, @Nullable Status refusal, T success) {
    if (refusal == null) {
      answer.onNext(success);
      answer.onCompleted();
    } else {
      answer.onError(refusal.asRuntimeException());
    }
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
