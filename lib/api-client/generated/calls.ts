// Written by `npm run api-client` from the OpenAPI document; changes here are lost.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type T0 = { distribution?: "hosted_by_us" | "shipped_to_customers" | "appliance" | "client_device" | "several"; incumbent?: string; current_bill_month?: number; estate_standard?: Array<string>; governance?: "any" | "osi_only" | "foundation_governed"; must_support_engines?: Array<string>; drivers?: Array<string>; must_have_features?: Array<string>; platform_limits?: Array<string>; instances?: "one" | "one_per_application" | "one_per_tenant"; availability_target_pct?: number; rpo_s?: number; rto_s?: number; first_release_weeks?: number; local_parity?: "yes" | "no"; end_of_support?: string };
type T1 = "measured" | "requirement" | "team_knows" | "learn_it" | "used_at_last_job" | "trend" | "schema_freedom" | "future_scale";
type T2 = { reasons?: Array<T1>; benchmark?: "none" | "vendor" | "own_data"; preferred?: Array<string>; proprietary?: Array<{ feature: string; equivalent?: string; cost?: string }>; exit_plan?: "yes" | "no"; adr?: "yes" | "no"; top_queries_written?: number; filled_by?: number };
type T3 = { data_gb?: number; downtime_ok_min?: number; copy_gb_per_min?: number; log_available?: "yes" | "no"; app_changeable?: "yes" | "no"; legacy_unknowns?: "yes" | "no"; feature_slices?: "yes" | "no"; rollback_min?: number; months?: number };
type T4 = { clouds?: Array<"aws" | "gcp" | "azure" | "oci" | "other">; residency?: "none" | "certified_managed" | "self_host_mandatory"; extensions?: Array<string>; current_stores?: Array<string> };
type T5 = { frame?: T0; process?: T2; migration?: T3; ops?: T4; cost?: { licence_policy?: "any" | "osi_only" | "no_commercial" } };
type T6 = "greenfield" | "migration" | "cost_down" | "compliance" | "identity_service" | "cms" | "platform_standard";
type T8 = { id: string; links: { facilitator: string; member: string; observer: string }; memberToken: string };
type T9 = { memberId: string; name: string; role: "facilitator" | "member" | "observer" | "approver"; isApprover: boolean };
type T10 = { id: string; name: string; role: "facilitator" | "member" | "observer" | "approver"; isYou: boolean; isHere: boolean; ready: Array<"workload" | "consistency" | "scale" | "ops" | "cost">; started: Array<"workload" | "consistency" | "scale" | "ops" | "cost"> | null };
type T11 = { workload?: { state: "open" | "revealed"; round: number; revealedAt: string | null }; consistency?: { state: "open" | "revealed"; round: number; revealedAt: string | null }; scale?: { state: "open" | "revealed"; round: number; revealedAt: string | null }; ops?: { state: "open" | "revealed"; round: number; revealedAt: string | null }; cost?: { state: "open" | "revealed"; round: number; revealedAt: string | null } };
type T12 = { memberId: string; field: string; round: number; value: Json; unknown: boolean; basis: "measured" | "calculated" | "educated_guess" | "wild_guess" | null; reason: string | null; version: number; late: boolean };
type T13 = { field: string; value: Json; low: number | null; high: number | null; reached: "all_agreed" | "consent" | "approver_decided" | "fact_checked"; reason: string; byMemberId: string; by: string; at: string; version: number };
type T14 = "choice" | "alternatives" | "why" | "reconsider" | "consequences_good" | "consequences_bad" | "dissent" | "exit_plan" | "implementation" | "not_implemented";
type T15 = { approverId: string; name: string; revision: number; verdict: "approve" | "approve_with_reservation" | "disagree_and_commit" | "decline"; comment: string; assurance: "A" | "B" | "C"; how: "passkey" | "mailed_link" | "handed_link" | "spoken" | "own_session"; at: string; isStale: boolean };
type T16 = { n: number; sha256: string; status: "proposed" | "accepted" | "rejected" | "withdrawn"; at: string; decidedAt: string | null };
type T17 = { number: number | null; status: "draft" | "proposed" | "accepted" | "rejected" | "deprecated" | "superseded"; isDue: boolean };
type T18 = { id: string; title: string; scope: string; seq: number; stage: "frame" | "collect" | "discuss" | "decide" | "sign" | "live" | "revisit"; isSample: boolean; template: string | null; archivedAt: string | null; retention: { months: number; until: string } | null; arrival: { origin: string; at: string } | null; createdAt: string; timeZone: string; language: "en" | "de"; you: T9; members: Array<T10>; questions: T11; isRevealed: boolean; frame: T5; frameVersion: number; answers: Array<T12>; positions: Array<T13>; sections: Array<{ section: T14; text: string; by: string; at: string; version: number }>; approvers: Array<{ id: string; name: string; isYou: boolean }>; approvals: Array<T15>; revisions: Array<T16>; isFrozen: boolean; adr: T17; nextNumber: number; space: { id: string; name: string } | null };
type T27 = { value?: Json; unknown?: true; baseVersion: number; basis?: "measured" | "calculated" | "educated_guess" | "wild_guess" | null; reason?: string | null };
type T28 = { opId: string; round: number; fields: Record<string, T27>; othersMayNotKnow?: { text: string; baseVersion: number } };
type T29 = "lobby" | "workload" | "consistency" | "scale" | "ops" | "cost" | "differences" | "shortlist" | "costs" | "converge" | "decision" | "sign";
type T30 = "deputised" | "undeputised" | "handed_over" | "taken_over" | "renamed" | "removed" | "merged";
type T31 = { id: string; kind: T30; memberId: string; memberName: string; byName: string; at: string };
type T32 = { field: string; state: "talked" | "parked" | "verify"; owner: string | null; dueOn: string | null; byName: string; at: string };
type T33 = { memberId: string; name: string; choice: "consent" | "concern" | "object"; text: string; remedy: string; commitment: { text: string; condition: string; isNamed: boolean; at: string } | null };
type T34 = { id: string; subject: string; proposal: string; byName: string; openedAt: string; closedAt: string | null; choices: Array<T33> };
type T35 = { noteMemberId: string; question: "workload" | "consistency" | "scale" | "ops" | "cost"; memberId: string };
type T36 = { memberId: string; field: string; cause: "learned" | "misread" | "persuaded" | "counted_again" | "assumption_changed" };
type T37 = { id: string; subject: string; text: string; url: string | null; byName: string; isYours: boolean; at: string };
type T38 = { id: string; text: string; isYours: boolean; theme: string; outcome: "risk" | "reconsider" | "dismissed" | null; reason: string };
type T39 = { now: string; revealPolicy: "together" | "step" | "open"; agenda: "30" | "45" | "60" | "async"; closesAt: string | null; lead: { memberId: string; name: string; isHere: boolean } | null; isTakeOverLocked: boolean; mayTakeOver: boolean; pointer: { screen: T29; topic: string | null; byName: string; isYours: boolean; at: string } | null; timer: { startedAt: string; seconds: number; topic: string | null; pausedS: number | null } | null; ready: Array<string>; isBlind: boolean; blindNames: Array<string>; proxies: Array<{ memberId: string; byName: string; isYours: boolean }>; roleChanges: Array<T31>; topics: Array<T32>; consentRounds: Array<T34>; noteReads: Array<T35>; causes: Array<T36>; comments: Array<T37>; premortem: { startedAt: string; revealedAt: string | null; cards: Array<T38> } | null; nudge: { byName: string; at: string } | null; isStill: boolean; leakProbe: { at: string; byName: string; replies: number; bytes: number; leaks: Array<string> } | null };
type T48 = { kind: "piece"; key: string; text: string; data: { section: T14; source: string; seen: string }; by: string; byMemberId: string; at: string };
type T49 = { kind: "condition"; key: string; text: ""; data: Record<string, unknown>; by: string; byMemberId: string; at: string };
type T50 = { kind: "smell"; key: string; text: string; data: Record<string, unknown>; by: string; byMemberId: string; at: string };
type T51 = { type: "metric"; metric: string; direction: "above" | "below"; threshold: number; owner: string | null; measuredAt: string };
type T52 = T51 | { type: "date"; date: string; owner: string | null; measuredAt: string } | { type: "event"; owner: string | null; measuredAt: string };
type T53 = { kind: "trigger"; key: string; text: string; data: T52; by: string; byMemberId: string; at: string };
type T54 = { worksheetId: string; title: string; number: number | null; isPartial: boolean; isAccepted: boolean; isGone: boolean; note: string };
type T58 = { id: string; name: string; points: number; hosting: Array<string>; otherHosting: Array<string>; companions: Array<string>; members: Array<{ id: string; name: string; licence: string }> };
type T61 = { rule: string; field: string; answer: number; threshold: number; factor: number; band?: { low: number; high: number } };
type T62 = { field: string; from: Json; to: Json; text: { id: string; params: Record<string, string | number> } };
type T63 = { changes: Array<{ field: string; from: Json; to: Json }>; text: { id: string; params: Record<string, string | number> } };
type T65 = "relational" | "document" | "key_value" | "graph" | "time_series" | "search" | "vector" | "olap" | "embedded" | "wide_column" | "append_log" | "object";
type T67 = { id: string; candidate: string | null; text: { id: string; params: Record<string, string | number> } };
type T69 = { change: { field: string; from: Json; to: Json }; adds: Array<string>; removes: Array<string>; headroom: number | null };
type T70 = { changes: Array<{ field: string; from: Json; to: Json }>; adds: Array<string>; removes: Array<string> };
type T71 = { distribution: "hosted_by_us" | "shipped_to_customers" | "appliance" | "client_device" | "several"; shortlist: Array<string> };
type T74 = { day?: "auto" | "flat" | "sine" | "block"; busyHours?: number; weekendShare?: number; bursts?: { perMonth: number; hours: number; timesAverage: number } };
type T75 = { requestsPerDay: number; peakToAverage: number; readShare: number; strongReadShare?: number; transactionalShare?: number; itemReadKb?: number; itemWriteKb?: number; storedGb: number; growthGbPerMonth?: number; egressShare?: number; workingSetShare?: number; connections?: number; writesPerVcpuSecond?: number; readsPerVcpuSecond?: number; utilisation?: number; headroom?: number; cacheHitShare?: number; profile?: T74 };
type T76 = { id: string; shape: "current_bill"; usdMonth: string; carriesTimes?: number; label?: string; asOf: string; currency?: "USD" };
type T77 = { usd: string | null; asOf: string; currency?: "USD"; label?: string; tiers?: Array<{ upTo: number | null; usd: string }> };
type T78 = { aboveIops: number; minGb: number; includedIops: number; price: { priceId: string } | T77 };
type T79 = { price: { priceId: string } | T77; billing: "used" | "provisioned"; minGb?: number; includedGb?: number; freeGb?: number; overheadBytesPerItem?: number; copies?: number; gbPerPrice?: number; iops?: T78 };
type T80 = { vcpu: number; ramGib?: number | null; maxConnections?: number | null; maxIops?: number | null; maxStorageGb?: number | null; includedStorageGb?: number | null };
type T81 = { price: { priceId: string } | T77; capacity?: T80; readerPrice?: { priceId: string } | T77 };
type T82 = { id: string; shape: "per_node"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; classes: Array<T81>; readers?: number; readOffloadShare?: number; maxReaders?: number; readerStorage?: { priceId: string } | T77; io?: { priceId: string } | T77; memory?: "working_set" | "all_data"; writesPerVcpuSecond?: number; readsPerVcpuSecond?: number; extraStorage?: { priceId: string } | T77; computeCreditUsd?: string; utilisation?: number; headroom?: number };
type T83 = { id: string; shape: "scale_out"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; unit?: "node_hours" | "vcpu_hours" | "capacity_unit_hours" | "memory_months"; price: { priceId: string } | T77; node: { writesPerSecond: number; readsPerSecond: number; storageGb?: number | null }; sharesCapacity?: boolean; storageFactor?: number; replicationFactor?: number; replicasPerRead?: number; minNodes?: number; maxNodes?: number; stepNodes?: number; utilisation?: number };
type T84 = { rule: "blocks"; kb: number; perBlock?: number } | { rule: "linear"; at1Kb: number; at100Kb: number } | { rule: "at_least_1kb" } | { rule: "once"; units?: number };
type T85 = { of: "writes"; price: { priceId: string } | T77; priceUnits: number; size: T84; transactional?: number; freeUnits?: number };
type T86 = { of: "reads"; price: { priceId: string } | T77; priceUnits: number; size: T84; strong?: number; eventual?: number; transactional?: number; freeUnits?: number };
type T87 = { of: "stored_gb"; price: { priceId: string } | T77; hours?: number; minGb?: number; overheadBytesPerItem?: number; freeUnits?: number };
type T88 = { id: string; shape: "request_priced"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; meters: Array<T85 | T86 | T87>; maxUnitsPerSecond?: number; maxStoredGb?: number; minimumUsd?: string };
type T89 = { id: string; shape: "capacity_priced"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; price: { priceId: string } | T77; vcpuPerUnit: number; ramGibPerUnit: number; step: number; min: number; max: number; instances?: number; sizes?: Array<number>; pause?: { minutesPerWake?: number; wakesPerDay?: number }; writesPerVcpuSecond?: number; readsPerVcpuSecond?: number; io?: { priceId: string } | T77 };
type T90 = { meter: "provisioned_reads" | "provisioned_writes" | "capacity_unit_hours"; reads?: { size: T84; strong?: number; eventual?: number; transactional?: number }; writes?: { size: T84; transactional?: number }; price: { priceId: string } | T77; priceUnits?: number; minUnits?: number; maxUnits?: number; stepUnits?: number; freeUnitHours?: number };
type T91 = { shape: "provisioned_units"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; meters: Array<T90>; targetUtilisation?: number; scaling?: "autoscale" | "hourly_peak" | "manual"; floorShare?: number; id: string };
type T92 = { id: string; shape: "per_scan"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; price: { priceId: string } | T77; priceBytes: number; minMbPerQuery?: number; gbPerQuery?: number; columnShare?: number; partitionShare?: number; compression?: number; freePerMonth?: number };
type T93 = { of: "stored_gb" | "written_gb" | "returned_gb" | "writes" | "reads"; price: { priceId: string } | T77; priceUnits?: number; compression?: number; hours?: number; freeUnits?: number };
type T94 = { id: string; shape: "tiered"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; meters: Array<T93> };
type T95 = { shape: "per_node"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; classes: Array<T81>; readers?: number; readOffloadShare?: number; maxReaders?: number; readerStorage?: { priceId: string } | T77; io?: { priceId: string } | T77; memory?: "working_set" | "all_data"; writesPerVcpuSecond?: number; readsPerVcpuSecond?: number; extraStorage?: { priceId: string } | T77; computeCreditUsd?: string; utilisation?: number; headroom?: number };
type T96 = { price: { priceId: string } | T77; vcpuPerLicence: number; minPerNode?: number; support?: { priceId: string } | T77; amortiseYears?: number; discountShare?: number };
type T97 = { shape: "scale_out"; hoursPerMonth?: number; storage?: T79; fixed?: Array<{ meter: string; price: { priceId: string } | T77; quantity?: number }>; egress?: { priceId: string } | T77; egressIncludedGb?: number; egressFreeGb?: number; opsHoursMonth?: number; unit?: "node_hours" | "vcpu_hours" | "capacity_unit_hours" | "memory_months"; price: { priceId: string } | T77; node: { writesPerSecond: number; readsPerSecond: number; storageGb?: number | null }; sharesCapacity?: boolean; storageFactor?: number; replicationFactor?: number; replicasPerRead?: number; minNodes?: number; maxNodes?: number; stepNodes?: number; utilisation?: number };
type T98 = { baseHours?: number; hoursPerNode?: number; upgradeHoursYear?: number; onCallHours?: number };
type T99 = { id: string; shape: "self_hosted"; nodes: T95 | T97; backup?: { price: { priceId: string } | T77; retentionDays?: number; changeShareDay?: number }; betweenZones?: { price: { priceId: string } | T77; copies: number }; monitoringPerNode?: { priceId: string } | T77; upkeep?: T98 };
type T100 = { id: string; shape: "listed"; design: string } | T76 | T82 | T83 | T88 | T89 | T91 | T92 | T94 | { id: string; shape: "licenced"; servers: T95; licence: T96 } | T99;
type T101 = { member: string; weight?: number; peakRequestsPerSecond?: { low?: number; likely: number; high?: number }; storedGb?: { low?: number; likely: number; high?: number }; readShare?: { low?: number; likely: number; high?: number } };
type T102 = { trials?: number; seed?: string; meaning?: "one_in_ten" | "limits"; varyPrices?: boolean; points: Array<{ id: string; members: Array<T101> }> };
type T103 = { id: string; points: Array<{ month: number; peakRequestsPerSecond: number; storedGb?: number }> };
type T104 = { opsHoursMonth?: { low: number; likely: number; high: number }; isKnown?: boolean; weeksToProficiency?: { low: number; likely: number; high: number }; exitMonths?: { low: number; likely: number; high: number }; leaveShare?: { low: number; likely: number; high: number }; lockIn?: { queryLanguage: number; schemaFeatures: number; tooling: number; egress: number }; coursesUsd?: number; outageHoursYear?: { low: number; likely: number; high: number } };
type T105 = { horizons?: Array<12 | 24 | 36>; engineerHourUsd?: { low: number; likely: number; high: number }; people?: number; productivityLossShare?: { low: number; likely: number; high: number }; outageHourUsd?: { low: number; likely: number; high: number }; outageHoursYear?: { low: number; likely: number; high: number }; overlapMonths?: { low: number; likely: number; high: number }; isEgressWaived?: boolean; discountRateYear?: number; designs?: Record<string, T104> };
type T106 = { workload: T75; designs: Array<T100>; compare?: Array<string>; scenarios?: Array<number>; axis?: { unit?: "peak_requests_per_second"; to?: number; scaleData?: boolean }; horizonMonths?: number; overrides?: Record<string, { unitPrice: string | null; reason: string; by?: string; asOf: string; currency?: "USD" }>; commitments?: Record<string, { discountShare: number; termMonths: number }>; today?: string; freeTiers?: boolean | Array<string>; labour?: { engineerHourUsd: string; opsHoursMonth?: Record<string, number> }; bands?: Array<{ id: "y1" | "y3"; low: number; typical: number; high: number }>; uncertainty?: T102; growth?: { start?: string; paths: Array<T103> }; tco?: T105 };
type T107 = "cpu" | "memory" | "connections" | "iops" | "storage" | "capacity_units" | "nodes" | "requests" | "unknown_design" | "current_bill" | null;
type T108 = { meter: string; quantity: string; unit: string; unitPrice: string | null; priceId: string | null; region: string | null; asOf: string | null; confidence: "quoted" | "derived" | "approximate" | "own" | null; marks: Array<"stale" | "approximate" | "own" | "unknown">; amount: string | null; freeQuantity: string | null };
type T109 = { scenario: number; load: number; feasible: boolean; bindingDimension: T107; lines: Array<T108>; total: string | null; complete: boolean };
type T110 = { id: string; design: string | null; feasible: boolean; bindingDimension: T107; carriesUpTo: number | null; complete: boolean; terms: { freeTier: boolean; commitment: { discountShare: number; termMonths: number } | null }; monthly: Array<T109>; curve: { segments: Array<{ from: number; to: number; intercept: string; slope: string }> } };
type T111 = { a: string; b: string; x: number; kind: "continuous" | "jump"; cheaperBefore: string; cheaperAfter: string; cost: string };
type T112 = { a: string; b: string; first: number | null; settledAfter: number | null; upperBound: number | null; eventual: string | null; ties: Array<{ from: number; to: number }> };
type T113 = { priceId: string | null; meter: string; label: string; unit: string; usd: string | null; asOf: string | null; confidence: "quoted" | "derived" | "approximate" | "own" | null; sourceKind: string | null; region: string | null; conditions: string | null; marks: Array<"stale" | "approximate" | "own" | "unknown">; override: { by: string | null; reason: string; bookUsd: string | null } | null; designs: Array<string> };
type T114 = { id: "y1" | "y3"; low: number; typical: number; high: number; costs: Array<{ id: string; typical: string | null; complete: boolean }> };
type T115 = { id: string; p10: string | null; p50: string | null; p90: string | null; cheapestShare: number; infeasibleShare: number; complete: boolean };
type T116 = { point: string; peakRequestsPerSecond: { p10: number; p50: number; p90: number }; storedGb: { p10: number; p50: number; p90: number } | null; readShare: { p10: number; p50: number; p90: number } | null; designs: Array<T115>; isDisputed: boolean };
type T117 = { a: string; b: string; which: "first" | "last"; p10: number | null; p50: number | null; p90: number | null; noneShare: number };
type T118 = { trials: number; points: Array<T116>; crossovers: Array<T117>; disputed: Array<{ a: string; b: string; x: number; point: string; low: number; high: number }> };
type T119 = { a: string; b: string; month: number; date: string | null; load: number; cheaperBefore: string; cheaperAfter: string };
type T120 = { id: string; months: Array<{ month: number; load: number; storedGb: number; costs: Record<string, string | null> }>; crossings: Array<T119>; totals: Record<string, string | null> };
type T121 = { horizonMonths: number; start: string | null; paths: Array<T120>; incomplete: Array<string>; sentences: Array<{ id: string; params: Record<string, string | number> }> };
type T122 = { component: "infrastructure" | "operations" | "training" | "migration" | "incident"; cost: { low: string; likely: string; high: string } | null; isOneOff: boolean; formula: { id: string; params: Record<string, string | number> } };
type T123 = { opsHoursMonth: { low: number; likely: number; high: number }; outageHoursYear: { low: number; likely: number; high: number } };
type T124 = { cost: { low: string; likely: string; high: string }; formula: { id: string; params: Record<string, string | number> } };
type T125 = { cost: { low: string; likely: string; high: string } | null; formula: { id: string; params: Record<string, string | number> }; lockIn: { queryLanguage: number; schemaFeatures: number; tooling: number; egress: number }; leaveShare: number };
type T126 = { id: string; horizonMonths: number; components: Array<T122>; total: { low: string; likely: string; high: string } | null; complete: boolean; basis: T123; opportunity: T124; exit: T125 };
type T127 = { input: { id: string; params: Record<string, string | number> }; atLow: string; atHigh: string; swing: string; winnerAtLow: string; winnerAtHigh: string; flips: boolean };
type T128 = { horizonMonths: number; winner: string; runnerUp: string; lead: string; bars: Array<T127> };
type T129 = { designs: Array<T126>; tornado: Array<T128>; sentences: Array<{ id: string; params: Record<string, string | number> }> };
type T130 = { rows: Array<{ id: string; regrets: Array<string | null>; worst: string | null }>; scenarios: Array<string>; choice: string | null; sentence: { id: string; params: Record<string, string | number> } | null };
type T133 = { priceId: string; label: string; unit: string; bookUsd: string | null; usd: string | null; asOf: string; reason: string; memberId: string; by: string; at: string; version: number };
type T137 = { metric: "users" | "reads_s" | "writes_s" | "data_gb" | "largest_table_gb" | "hot_set_gb"; start: number | null; expected: { low: number; mid: number; high: number } | null; range: { low: number; high: number } | null; actual: number | null; ratio: number | null; verdict: "on_track" | "inside_someones" | "nobody_expected" | "unknown"; monthlyGrowth: number | null; thresholds: Array<{ at: number; months: number | null }>; path: Array<{ month: number; value: number }> };
type T138 = { id: string; name: string; before: string; after: string; rule: string | null; text: { id: string; params: Record<string, string | number> } | null };
type T139 = { isSame: boolean; before: Array<{ id: string; name: string }>; after: Array<{ id: string; name: string }>; moved: Array<T138> };
type T140 = { id: string; name: string; before: string | null; after: string | null; isComplete: boolean };
type T141 = { actual: number; monthlyGrowth: number | null; crossings: Array<{ at: number; before: string; after: string; months: number | null }> };
type T142 = { months: number; isTooEarly: boolean; rows: Array<T137>; calibration: { compared: number; inside: number; ratio: number | null }; list: T139; costs: Array<T140>; load: T141 | null; versions: { catalogue: string; rules: string; engine: string } };
type T143 = { metric: "users" | "reads_s" | "writes_s" | "data_gb" | "largest_table_gb" | "hot_set_gb"; value: number; basis?: "measured" | "calculated" | "educated_guess" | "wild_guess"; source?: string };
type T144 = { id: string; revision: number; by: string; at: string; on: string; actuals: Array<T143>; reconsider?: Array<{ text: string; happened: "yes" | "no" | "unknown" }>; outcome: "still_right" | "update" | "reopen"; lookAgainOn: string | null; note: string; reopenedAs: string | null };
type T148 = { opId?: string; metrics: Array<{ metric: string; value: number; unit: string; at: string; source: string }> };
type T149 = { id: string; event: string; at: string; state: "waiting" | "delivered" | "failed"; attempts: number; lastStatus: number | null; lastError: string | null; lastAt: string | null };
type T150 = { id: string; url: string; events: Array<"trigger.fired" | "decision.accepted" | "review.kept">; by: string; createdAt: string; deliveries: Array<T149> };
type T151 = { opId: string; url: string; events: Array<"trigger.fired" | "decision.accepted" | "review.kept"> };
type T153 = { candidate: string; action: "restore" | "exclude"; reason: string; by: string; at: string; byMemberId: string; version: number };
type T154 = { relational?: "native" | "good" | "possible" | "unfit"; document?: "native" | "good" | "possible" | "unfit"; key_value?: "native" | "good" | "possible" | "unfit"; graph?: "native" | "good" | "possible" | "unfit"; time_series?: "native" | "good" | "possible" | "unfit"; search?: "native" | "good" | "possible" | "unfit"; vector?: "native" | "good" | "possible" | "unfit"; olap?: "native" | "good" | "possible" | "unfit"; embedded?: "native" | "good" | "possible" | "unfit"; wide_column?: "native" | "good" | "possible" | "unfit"; append_log?: "native" | "good" | "possible" | "unfit"; object?: "native" | "good" | "possible" | "unfit" };
type T155 = "strict_serializable" | "serializable" | "snapshot" | "repeatable_read" | "read_committed" | "causal" | "eventual" | "linearizable_record";
type T156 = "embedded" | "library" | "single server" | "cluster" | "managed instance" | "managed cluster" | "serverless-only";
type T157 = { id: string; name: string; family?: string; confidence?: "high" | "medium" | "low"; workload_fit?: T154; roles?: Array<"primary" | "secondary" | "cache" | "analytics">; transactions?: "none" | "single-record" | "multi-record" | "multi-shard"; tx_scope?: "all" | "partition" | "slot" | "shard" | "table"; strongest?: T155; default?: T155; fresh_reads_available?: "yes" | "session" | "no" | "n/a"; fresh_reads_default?: "yes" | "session" | "no" | "n/a"; fresh_read_setting?: string; loss_window?: "none" | "configurable" | "seconds" | "everything"; multi_region_writes?: "none" | "single-writer" | "active-active-eventual" | "active-active-strong"; write_scaling?: "single-writer" | "sharded" | "distributed" | "serverless" | "n/a"; writes_typical?: number; writes_tuned_max?: number; node_gb?: number; max_gb?: number; self_host_difficulty?: number; failover_s?: number; skills_commonness?: number; osi_approved?: boolean; free_to_self_host?: boolean; copyleft?: "none" | "weak" | "strong" | "network"; steward?: "foundation" | "community" | "company"; modes?: Array<T156>; clouds?: Array<"aws" | "gcp" | "azure" | "oci" | "other">; on_prem?: boolean; managed?: boolean; pricing_shapes?: Array<"free" | "per-node" | "per-request" | "per-capacity" | "per-GB" | "per-scan" | "licence">; managed_usd_month?: number; self_usd_month?: number; features?: Array<string>; drivers?: Array<string>; extensions?: Array<string>; lock_in?: number };
type T158 = { candidate: string; criterion: "workload" | "consistency" | "scale" | "ops" | "cost"; score: number; by: string; at: string; byMemberId: string; version: number };
type T169 = "keyword" | "fuzzy" | "facets" | "relevance" | "highlighting" | "multilingual" | "semantic";
type T170 = { primary?: T65; secondary?: Array<T65>; truth?: "source" | "rebuildable_copy"; things?: Array<string>; queries?: Array<string>; entities_related?: "yes" | "no"; joins_needed?: "yes" | "no"; embedded_only?: "yes" | "no"; shape_variation_pct?: number; whole_record_reads_pct?: number; read_pct?: number; updates?: "in_place" | "mixed" | "append_only"; app_hosts?: "one" | "many"; max_hops?: number; edges_millions?: number; search_features?: Array<T169>; vector_count?: number; vector_dims?: number; p99_read_ms?: number; scan_rows_max?: number; scan_frequency?: "rare" | "hourly" | "constant"; analytics_freshness?: "days" | "hours" | "seconds"; event_use?: "none" | "job_queue" | "fanout_replay" };
type T171 = "money" | "inventory" | "permissions" | "irreversible" | "catalogue" | "counters" | "feed" | "telemetry";
type T172 = "strict_serializable" | "serializable" | "snapshot" | "repeatable_read" | "read_committed" | "causal" | "eventual";
type T173 = { ops?: Array<T171>; atomic?: "none" | "one_record" | "many_records" | "many_records_multi_region"; fresh_reads?: "always" | "own_writes" | "stale_ok"; loss_ok_s?: number; level?: T172; row_locks?: "yes" | "no"; values_compared?: "yes" | "no" };
type T174 = { users?: number; reads_s?: number; writes_s?: number; data_gb?: number; largest_table_gb?: number; hot_set_gb?: number };
type T175 = { now?: T174; y1?: T174; y3?: T174; regions?: "single" | "multi_read" | "multi_write"; home_region_ok?: "yes" | "no"; evidence?: "none" | "estimate" | "benchmark" | "production"; bottleneck?: "none" | "storage" | "writes" | "reads" | "volume"; tried?: Array<"indexes" | "queries" | "pooling" | "vertical" | "cache" | "replicas" | "partitioning"> };
type T176 = { team_size?: number; db_experts?: number; oncall?: number; learning_months?: number; experience?: Record<string, "none" | "local" | "production">; hosting?: "managed_only" | "prefer_managed" | "either" | "self_host_only"; clouds?: Array<"aws" | "gcp" | "azure" | "oci" | "other">; residency?: "none" | "certified_managed" | "self_host_mandatory"; extensions?: Array<string>; current_stores?: Array<string>; runbook_top3?: "yes" | "no"; restore_tested?: "yes" | "no" };
type T177 = { traffic?: "steady" | "diurnal" | "spiky" | "rare"; avg_utilisation_pct?: number; requests_day?: number; budget_month?: number; budget_binding?: "yes" | "no"; managed_spend_month?: number; exit_tb?: number; licence_policy?: "any" | "osi_only" | "no_commercial"; components?: Array<"infrastructure" | "operations" | "training" | "migration" | "incident" | "opportunity">; engineer_hour_usd?: number; ops_hours_month?: number; outage_hour_usd?: number; exit_months?: number };
type T178 = { workload?: T170; consistency?: T173; scale?: T175; ops?: T176; cost?: T177; process?: T2; migration?: T3; frame?: T0 };
type T179 = { field: string; n: number; unknownCount: number; agreed: boolean; spread: number | null; low: number | null; high: number | null; ratio: number | null; camps: Array<{ value: string | number; memberIds: Array<string> }>; label: { id: string; params: Record<string, string | number> }; detail: { id: string; params: Record<string, string | number> } | null; speakFirst: Array<string>; proposal: { value: Json; low: number | null; high: number | null; isWide: boolean } };
type T180 = { memberIds: Array<string>; values: Array<Json>; list: Array<string>; adds: Array<string>; removes: Array<string> };
type T181 = { field: string; bucket: "changes" | "together" | "same"; direct: number; flipShare: number; total: number; partner: string | null; isSettled: boolean; hasProvisional: boolean; reorders: boolean; outcomes: Array<T180> };
type T182 = { field: string; value: number; low: number; high: number; flipsAt: number; adds: Array<string>; removes: Array<string> };
type T183 = { possible: number; distinct: number; tried: number; isExact: boolean; stability: number; isTied: boolean; survival: Array<{ id: string; share: number }>; lists: Array<{ ids: Array<string>; share: number }> };
type T184 = { names: Record<string, string>; list: Array<string>; fields: Array<T181>; unmeasured: Array<T182>; members: Array<{ memberId: string; list: Array<string> }>; combinations: T183 | null };
type T185 = { person: string; field: string; round: number; value: Json; unknown: boolean; basis: "measured" | "calculated" | "educated_guess" | "wild_guess" | null; reason: string | null; late: boolean };
type T186 = { person: string; question: "workload" | "consistency" | "scale" | "ops" | "cost"; round: number; text: string; late: boolean };
type T187 = { person: string; field: string; cause: "learned" | "misread" | "persuaded" | "counted_again" | "assumption_changed" };
type T188 = { field: string; value: Json; low: number | null; high: number | null; reached: "all_agreed" | "consent" | "approver_decided" | "fact_checked"; reason: string; by: string | null };
type T189 = { id: string; effect: string; strength: string; outcome: "fires" | "unknown"; text: { id: string; params: Record<string, string | number> }; answers: Array<{ path: string; value: Json }>; fact: { field: string; value: Json } | null; source: { rule: string; facts: Array<string> } };
type T190 = { id: string; name: string; status: "shortlisted" | "remaining" | "near-miss" | "eliminated" | "filed" | "hosting"; leftAt: "frame" | "workload" | "consistency" | "scale" | "ops" | "cost" | null; points: number; override: { action: "restore" | "exclude"; reason: string } | null; rules: Array<T189>; comesBackIf: Array<T62> };
type T191 = { request: Json; hash: string; shortlist: Array<{ id: string; hosting: Array<string>; companions: Array<string> }>; candidates: Array<T190>; warnings: Array<T67>; openAssumptions: Array<{ field: string; rules: Array<string> }>; thresholds?: Array<{ field: string; at: number }>; survival: number | null };
type T192 = { overrides: Array<{ candidate: string; action: "restore" | "exclude"; reason: string; by: string | null }>; added: Array<{ candidate: string; by: string | null }> };
type T193 = { candidate: string; criterion: "workload" | "consistency" | "scale" | "ops" | "cost"; score: number; by: string | null };
type T194 = { person: string | null; order: Array<"workload" | "consistency" | "scale" | "ops" | "cost"> };
type T195 = { kind: "nothing_to_break" | "missing" | "dominance" | "winner" | "too_close"; candidate: string | null };
type T196 = { meter: string; quantity: string; unit: string; unitPrice: string | null; priceId: string | null; asOf: string | null; confidence: string | null; amount: string | null; freeQuantity?: string };
type T197 = { scenario: number; load: number; feasible: boolean; bindingDimension: string | null; lines: Array<T196>; total: string | null; complete: boolean };
type T198 = { id: string; letter: string; name: string; candidate: string | null; feasible: boolean; monthly: Array<T197>; segments: Array<{ from: number; to: number; intercept: string; slope: string }> };
type T199 = { a: string; b: string; x: number; kind: string; cheaperBefore: string; cheaperAfter: string; cost: string };
type T200 = { priceId: string | null; meter: string; label: string; unit: string; usd: string | null; asOf: string | null; confidence: string | null; sourceKind: string | null; region: string | null; conditions: string | null; marks?: Array<string>; designs: Array<string> };
type T201 = { priceId: string; bookUsd: string | null; usd: string; asOf: string; reason: string; by: string | null };
type T202 = { component: string; cost: { low: string; likely: string; high: string } | null; isOneOff: boolean };
type T203 = { id: string; horizonMonths: number; components: Array<T202>; total: { low: string; likely: string; high: string } | null; complete: boolean };
type T204 = { request: Json; axis: { unit: string; from: number; to: number; now: number }; designs: Array<T198>; crossovers: Array<T199>; prices: Array<T200>; overrides?: Array<T201>; tco?: Array<T203> };
type T205 = { choice: string; alternatives: string; why: string; reconsider: string; consequences_good: string; consequences_bad: string; dissent: string; exit_plan: string; implementation?: string; not_implemented?: string };
type T206 = { way: "big_bang" | "capture" | "slices" | "dual_write"; fits: "yes" | "no" | "unknown"; open: Array<string>; rule: string };
type T207 = { phase: "decide" | "prepare" | "copy" | "validate" | "cut_over" | "rollback" | "clean_up"; text: { id: string; params: Record<string, string | number> }; rules: Array<string> };
type T208 = { from: string; to: string; ways: Array<T206>; way: "big_bang" | "capture" | "slices" | "dual_write" | null; steps: Array<T207> };
type T209 = { type: "metric"; metric: string; direction: "above" | "below"; threshold: number; measuredAt: string };
type T210 = T209 | { type: "date"; date: string; measuredAt: string } | { type: "event"; measuredAt: string };
type T211 = { text: string | { id: string; params: Record<string, string | number> }; now: string | null; owner: string | null; trigger?: T210 };
type T212 = { rule: string; text: { id: string; params: Record<string, string | number> }; by: string | null };
type T213 = { format: "shortlist-record/1"; worksheet: { id: string; title: string; scope: string; timeZone: string; language?: "en" | "de" }; frame: T178; people: Array<{ id: string; commitment: string }>; answers: Array<T185>; notes: Array<T186>; spoken?: Array<{ person: string; by: string | null }>; causes?: Array<T187>; positions: Array<T188>; evaluation: T191; handwork?: T192; tieBreak?: { scores: Array<T193>; rankings: Array<T194>; outcome: T195 }; gutChecks?: Array<{ person: string | null; candidate: string | null }>; costs: T204 | null; decision: { chosen: string | null; sections: T205 }; migration?: T208; reconsider: Array<T211>; accepted?: Array<T212>; putAside?: Array<{ check: string; reason: string; by: string | null }>; versions: { app: string; catalogue: string; rules: string; engine: string; prices: string } };
type T214 = { id: string; name: string | null; role: "facilitator" | "member" | "observer" | "approver" | null; salt: string | null };
type T215 = { how: "mailed_link" | "handed_link" | "own_session"; at: string; mailedTo: string | null };
type T216 = { type: "adr-approval/1"; instance: string; worksheetId: string; revision: number; adrSha256: string; approver: string; delegatedBy: string | null; role: "approver" | "facilitator"; verdict: "approve" | "approve_with_reservation" | "disagree_and_commit" | "decline"; comment: string; typedName: string; how: "passkey" | "mailed_link" | "handed_link" | "spoken" | "own_session"; mailedTo: string | null; enrolment: T215 | null; nonce: string; issuedAt: string };
type T217 = { format: "webauthn/1"; origin: string; rpId: string; credentialId: string; publicKey: { kty: "EC"; crv: "P-256"; x: string; y: string } | { kty: "RSA"; n: string; e: string }; authenticatorData: string; clientDataJSON: string; signature: string };
type T218 = { name: string; revision: number; verdict: "approve" | "approve_with_reservation" | "disagree_and_commit" | "decline"; comment: string; assurance: "A" | "B" | "C"; how: "passkey" | "mailed_link" | "handed_link" | "spoken" | "own_session"; at: string; isStale: boolean; statement?: T216; proof?: T217 };
type T219 = "draft" | "proposed" | "accepted" | "rejected" | "withdrawn" | "deprecated" | "superseded";
type T249 = "byte_order_mark" | "not_utf8" | "front_matter_invalid" | "front_matter_unclosed" | "unclosed_fence" | "too_many_sections" | "no_title" | "no_status" | "unusual_status" | "unreadable_date" | "version_assumed" | "template" | "no_form";
type T265 = { id: string; worksheetId: string | null; number: number | null; title: string; isPartial: boolean };
type T266 = { id: string; worksheetId: string | null; number: number | null; numberWritten: string | null; title: string; status: "draft" | "proposed" | "accepted" | "rejected" | "deprecated" | "superseded" | "unknown"; statusWritten: string | null; chosen: string | null; engines: Array<string>; tags: Array<string>; decidedOn: string | null; approvers: Array<string>; reviewOn: string | null; isDue: boolean; dueSince: string | null; door: "two" | "heavy" | "one" | "unknown" | null; hasDissent: boolean | null; replaces: Array<T265>; replacedBy: Array<T265> };

export type Calls = {
  postWorksheets: { input: { body: { title: string; yourName: string; frame?: T5; template?: T6; language?: "en" | "de"; timeZone?: string; keepMonths?: 6 } }; reply: T8 };
  postWorksheetsSample: { input: { body: { yourName?: string } }; reply: { id: string; memberToken: string } };
  getWorksheetsById: { input: { id: string }; reply: T18 };
  putWorksheetsFrame: { input: { id: string; body: { opId: string; baseVersion: number; title?: string; scope?: string; adrNumber?: number; language?: "en" | "de"; frame?: T5 } }; reply: { seq: number; version: number } };
  putWorksheetsStage: { input: { id: string; body: { opId: string; stage: "frame" | "collect" | "discuss" | "decide" | "sign" | "live" | "revisit" } }; reply: { seq: number } };
  putWorksheetsReady: { input: { id: string; body: { opId: string; question: "workload" | "consistency" | "scale" | "ops" | "cost"; ready: boolean } }; reply: { seq: number } };
  postWorksheetsReveal: { input: { id: string; body: { opId: string; questions?: Array<"workload" | "consistency" | "scale" | "ops" | "cost"> } }; reply: { seq: number } };
  getSessions: { input: {  }; reply: { worksheets: Array<{ worksheetId: string; title: string; stage: "frame" | "collect" | "discuss" | "decide" | "sign" | "live" | "revisit"; adr: T17; role: "facilitator" | "member" | "observer" | "approver"; lastSeenAt: string; isArchived: boolean }>; deleted: Array<{ worksheetId: string; title: string; purgedAt: string }> } };
  postSessions: { input: { body: { token?: string; code?: string } }; reply: { worksheetId: string; role: "facilitator" | "member" | "observer" | "approver"; title: string; facilitator: string; memberCount: number; isRevealed: boolean; hasRevealed: boolean; isDecided: boolean; you: { memberId: string; name: string } | null } };
  deleteSessions: { input: {  }; reply: null };
  postWorksheetsMembers: { input: { id: string; body: { name: string; observer?: boolean; another?: boolean; blind?: boolean } }; reply: { memberId: string; memberToken: string; returnLink: string } };
  getWorksheetsLinks: { input: { id: string }; reply: { links: Array<{ id: string; kind: "facilitator" | "member" | "observer" | "return" | "approver"; name: string | null; createdAt: string; lastUsedAt: string | null; expiresAt: string | null; revokedAt: string | null }> } };
  postWorksheetsLinks: { input: { id: string; body: { opId: string; kind: "facilitator" | "member" | "observer"; revokeOld?: boolean } }; reply: { id: string; link: string } };
  postWorksheetsMembersReturnLink: { input: { id: string; memberId: string; body: { opId: string } }; reply: { id: string; link: string } };
  deleteWorksheetsLinksByLinkId: { input: { id: string; linkId: string }; reply: null };
  postWorksheetsCode: { input: { id: string; body: { opId: string } }; reply: { code: string; expiresAt: string } };
  putWorksheetsMembersRole: { input: { id: string; memberId: string; body: { opId: string; change: "deputise" | "undeputise" | "hand_over" } }; reply: { seq: number } };
  putWorksheetsMembersName: { input: { id: string; memberId: string; body: { opId: string; name: string } }; reply: { seq: number } };
  postWorksheetsMembersRemoval: { input: { id: string; memberId: string; body: { opId: string; answers: "keep" | "delete" } }; reply: { seq: number } };
  postWorksheetsMembersMerge: { input: { id: string; memberId: string; body: { opId: string; into: string } }; reply: { seq: number } };
  postWorksheetsProxies: { input: { id: string; body: { opId: string; name: string } }; reply: { memberId: string } };
  putWorksheetsMembersAnswersByQuestion: { input: { id: string; memberId: string; question: string; body: T28 }; reply: { seq: number; versions: Record<string, number>; replayed: boolean } };
  postWorksheetsLateAnswers: { input: { id: string; body: { opId: string } }; reply: { seq: number } };
  putWorksheetsArchive: { input: { id: string; body: { opId: string; archived: boolean } }; reply: { seq: number } };
  putWorksheetsRetention: { input: { id: string; body: { opId: string; keepMonths: 6 } }; reply: { seq: number } };
  postWorksheetsDeletion: { input: { id: string; body: { opId: string; title: string } }; reply: { deletedAt: string; purgedAt: string } };
  postWorksheetsRestoration: { input: { id: string; body: { opId: string } }; reply: { seq: number } };
  postWorksheetsDuplicate: { input: { id: string; body: { opId: string; with: "frame" | "answers" } }; reply: { id: string; memberToken: string } };
  postWorksheetsMembersErasure: { input: { id: string; memberId: string; body: { opId: string } }; reply: { seq: number } };
  getWorksheetsWorksheetJson: { input: { id: string }; reply: string };
  postWorksheetsImport: { input: { body: { yourName: string; file: Record<string, unknown> } }; reply: { id: string; memberToken: string } };
  getWorksheetsWorkshop: { input: { id: string }; reply: T39 };
  putWorksheetsWorkshop: { input: { id: string; body: { opId: string; revealPolicy?: "together" | "step" | "open"; agenda?: "30" | "45" | "60" | "async"; closesAt?: string | null; isTakeOverLocked?: boolean } }; reply: { seq: number } };
  getWorksheetsScreen: { input: { id: string }; reply: { worksheet: T18; workshop: T39 } };
  putWorksheetsPointer: { input: { id: string; body: { opId: string; screen: T29; topic?: string | null } }; reply: { seq: number } };
  putWorksheetsTimer: { input: { id: string; body: { opId: string; action: "start"; seconds: number; topic?: string | null } | { opId: string; action: "add"; seconds: number } | { opId: string; action: "pause" | "resume" | "stop" } }; reply: { seq: number } };
  putWorksheetsStageReady: { input: { id: string; body: { opId: string; screen: T29; ready: boolean } }; reply: { seq: number } };
  postWorksheetsTakeOver: { input: { id: string; body: { opId: string } }; reply: { seq: number } };
  postWorksheetsNudges: { input: { id: string; body: { members?: Array<string> } }; reply: { asked: Array<string>; tooSoon: Array<string> } };
  postWorksheetsLeakProbe: { input: { id: string; body: { opId: string } }; reply: { at: string; byName: string; replies: number; bytes: number; leaks: Array<string> } };
  putWorksheetsTopicsByField: { input: { id: string; field: string; body: { opId: string; state: "talked" | "parked" | "verify" | null; owner?: string; dueOn?: string } }; reply: { seq: number } };
  postWorksheetsConsentRounds: { input: { id: string; body: { opId: string; subject: string; proposal: string } }; reply: { roundId: string } };
  putWorksheetsConsentRoundsChoice: { input: { id: string; roundId: string; body: { opId: string; choice: "consent" | "concern" | "object"; text?: string; remedy?: string } }; reply: { seq: number } };
  postWorksheetsConsentRoundsClosing: { input: { id: string; roundId: string; body: { opId: string } }; reply: { seq: number } };
  putWorksheetsConsentRoundsCommitment: { input: { id: string; roundId: string; body: { opId: string; text: string; condition: string; isNamed: boolean } }; reply: { seq: number } };
  putWorksheetsNoteReads: { input: { id: string; body: { opId: string; memberId: string; question: "workload" | "consistency" | "scale" | "ops" | "cost" } }; reply: { seq: number } };
  putWorksheetsCauses: { input: { id: string; body: { opId: string; field: string; cause: "learned" | "misread" | "persuaded" | "counted_again" | "assumption_changed" } }; reply: { seq: number } };
  postWorksheetsComments: { input: { id: string; body: { opId: string; subject: string; text?: string; url?: string | null } }; reply: { commentId: string } };
  deleteWorksheetsCommentsByCommentId: { input: { id: string; commentId: string }; reply: null };
  putWorksheetsPremortem: { input: { id: string; body: { opId: string; action: "start" | "reveal" } }; reply: { seq: number } };
  postWorksheetsPremortemCards: { input: { id: string; body: { opId: string; text: string } }; reply: { cardId: string } };
  putWorksheetsPremortemCardsByCardId: { input: { id: string; cardId: string; body: { opId: string; theme?: string; outcome?: "risk" | "reconsider" | "dismissed"; reason?: string } }; reply: { seq: number } };
  deleteWorksheetsPremortemCardsByCardId: { input: { id: string; cardId: string }; reply: null };
  putWorksheetsAnswersByQuestion: { input: { id: string; question: string; body: T28 }; reply: { seq: number; versions: Record<string, number>; replayed: boolean } };
  putWorksheetsPositionsByField: { input: { id: string; field: string; body: { opId: string; baseVersion: number; value: Json; low?: number | null; high?: number | null; reached: "all_agreed" | "consent" | "approver_decided" | "fact_checked"; reason: string } }; reply: T13 };
  deleteWorksheetsPositionsByField: { input: { id: string; field: string }; reply: null };
  getWorksheetsDecision: { input: { id: string }; reply: { marks: Array<T48 | T49 | T50 | T53>; locks: Array<{ section: T14; memberId: string; name: string; at: string }>; life: { status: "draft" | "proposed" | "accepted" | "rejected" | "deprecated" | "superseded"; allowed: Array<"draft" | "proposed" | "accepted" | "rejected" | "deprecated" | "superseded">; reason: string; supersededBy: Array<T54>; supersedes: Array<T54>; reopens: T54 | null; reopenedAs: Array<T54>; supersedesImports: Array<{ entryId: string; spaceId: string; title: string; number: number | null; isPartial: boolean }> } } };
  putWorksheetsDecision: { input: { id: string; body: { opId: string; section: T14; text: string; baseVersion: number } }; reply: { section: T14; text: string; by: string; at: string; version: number } };
  getWorksheetsEvents: { input: { id: string }; reply: string };
  getWorksheetsShortlist: { input: { id: string }; reply: { shortlist: Array<T58>; standing: Array<{ kind: "what_we_run" | "no_new_database"; id: string | null; isFirst: boolean; text: { id: string; params: Record<string, string | number> } }>; candidates: Array<{ id: string; name: string; family: string | null; status: "shortlisted" | "remaining" | "near-miss" | "eliminated" | "filed" | "hosting"; leftAt: "frame" | "workload" | "consistency" | "scale" | "ops" | "cost" | null; points: number; override: { action: "restore" | "exclude"; reason: string } | null; rules: Array<{ id: string; effect: "ELIM" | "COND" | "DEMOTE" | "PREFER" | "WARN" | "ASK"; strength: "fact" | "rule_of_thumb" | "house_rule"; outcome: "fires" | "passes" | "unknown"; text: { id: string; params: Record<string, string | number> }; answer: Array<{ path: string; value: Json }>; fact: { field: string; value: Json } | null; source: { rule: string; facts: Array<string> } }>; missedBy?: T61; comesBackIf: Array<T62>; comesBackIfBoth?: Array<T63>; comesBackIfAll?: Array<T63> }>; companions: Array<{ id: string; shape: T65; need: "included" | "needed" | "open"; rule: string; text: { id: string; params: Record<string, string | number> } }>; warnings: Array<T67>; questions: Array<{ id: string; candidate: string | null; field: string | null; text: { id: string; params: Record<string, string | number> } }>; openAssumptions: Array<{ field: string; rules: Array<string> }>; flips: Array<T69>; flipPairs?: Array<T70>; audiences?: Array<T71>; relaxations?: Array<{ changes: Array<{ field: string; from: Json; to: Json }>; adds: Array<string>; text: { id: string; params: Record<string, string | number> } }>; versions: { catalogue: string; rules: string; engine: string }; hash: string } };
  getWorksheetsCosts: { input: { id: string }; reply: { request: T106 | null; reply: { axis: { unit: "peak_requests_per_second"; from: number; to: number; now: number }; designs: Array<T110>; crossovers: Array<T111>; pairs: Array<T112>; envelope: Array<{ from: number; to: number; design: string | null; ties: Array<string> }>; eventualWinner: string | null; prices: Array<T113>; priceBookVersion: string; bands: Array<T114>; workload: { id: string; params: Record<string, string | number> }; uncertainty: T118 | null; overTime: T121 | null; tco: T129 | null; regret: T130 | null } | null; names: Record<string, string>; candidates: Array<{ id: string; candidate: string; design: string | null; isDrawn: boolean }>; assumptions: Array<{ id: string; source: "derived" | "assumed" | "unknown"; value: number | null; text: { id: string; params: Record<string, string | number> } }>; overrides: Array<T133>; settings: Array<{ key: string; value: Json; memberId: string; by: string; at: string; version: number }>; eliminated: Array<string> } };
  getWorksheetsWorth: { input: { id: string }; reply: { fields: Array<{ field: string; usdMonth: string }>; isPriced: boolean; meeting: { people: number; hourUsd: string; usd: string } } };
  putWorksheetsPricesByPriceId: { input: { id: string; priceId: string; body: { opId: string; baseVersion: number; value: string | null; currency?: "USD"; asOf?: string; reason?: string } }; reply: T133 };
  putWorksheetsCostSettingsByKey: { input: { id: string; key: string; body: { opId: string; baseVersion: number; value: Json } }; reply: { key: string; value: Json; memberId: string; by: string; at: string; version: number } };
  getWorksheetsReviews: { input: { id: string }; reply: { since: string | null; revision: number | null; reconsider: Array<string>; result: T142 | null; reviews: Array<T144>; due: Array<{ id: string; kind: "date" | "metric" | "event"; text: string; dueOn: string | null; metric: string | null; direction: "above" | "below" | null; threshold: number | null; value: number | null; unit: string | null; source: string | null; measuredAt: string | null; firedAt: string; by: string | null }>; events: Array<{ key: string; text: string; at: string | null; by: string | null }>; reported: Array<{ metric: string; value: number; unit: string; at: string; source: string; by: string }>; reopens: string | null } };
  postWorksheetsReviews: { input: { id: string; body: { on: string; actuals: Array<T143>; opId: string; reconsider?: Array<{ text: string; happened: "yes" | "no" | "unknown" }>; outcome: "still_right" | "update" | "reopen"; lookAgainOn?: string | null; note?: string } }; reply: T144 };
  postWorksheetsReviewsTrial: { input: { id: string; body: { on: string; actuals: Array<T143> } }; reply: T142 };
  postWorksheetsHappenings: { input: { id: string; body: { opId: string; key: string } }; reply: { seq: number } };
  postWorksheetsReviewsReopening: { input: { id: string; reviewId: string; body: { opId: string } }; reply: T8 };
  getWorksheetsReviewIcs: { input: { id: string }; reply: string };
  postWorksheetsMetrics: { input: { id: string; body: T148 }; reply: { added: number; known: number; fired: Array<{ id: string; text: string }> } };
  postSpacesDecisionsMetrics: { input: { id: string; number: string; body: T148 }; reply: { added: number; known: number; fired: Array<{ id: string; text: string }> } };
  getSpacesWebhooks: { input: { id: string }; reply: { webhooks: Array<T150> } };
  postSpacesWebhooks: { input: { id: string; body: T151 }; reply: { id: string; secret: string } };
  deleteSpacesWebhooksByWebhookId: { input: { id: string; webhookId: string }; reply: null };
  postSpacesWebhooksPing: { input: { id: string; webhookId: string; body: { opId: string } }; reply: Record<string, unknown> };
  postSpacesWebhooksDeliveriesRedelivery: { input: { id: string; webhookId: string; deliveryId: string; body: { opId: string } }; reply: Record<string, unknown> };
  getWorksheetsWebhooks: { input: { id: string }; reply: { webhooks: Array<T150> } };
  postWorksheetsWebhooks: { input: { id: string; body: T151 }; reply: { id: string; secret: string } };
  deleteWorksheetsWebhooksByWebhookId: { input: { id: string; webhookId: string }; reply: null };
  postWorksheetsWebhooksPing: { input: { id: string; webhookId: string; body: { opId: string } }; reply: Record<string, unknown> };
  postWorksheetsWebhooksDeliveriesRedelivery: { input: { id: string; webhookId: string; deliveryId: string; body: { opId: string } }; reply: Record<string, unknown> };
  getSpacesFeeds: { input: { id: string }; reply: { feeds: Array<{ id: string; name: string; by: string; createdAt: string; lastUsedAt: string | null }> } };
  postSpacesFeeds: { input: { id: string; body: { opId: string; name: string } }; reply: { id: string; url: string } };
  deleteSpacesFeedsByFeedId: { input: { id: string; feedId: string }; reply: null };
  getCalendarsByToken: { input: { token: string }; reply: string };
  getWorksheetsCandidates: { input: { id: string }; reply: { overrides: Array<T153>; custom: Array<{ system: T157; by: string; at: string; byMemberId: string }>; scores: Array<T158>; gutCheck: { yours: { value: string | null } | null; given: Array<string> | null; disclosed: { by: string; at: string } | null; all: Array<{ memberId: string; value: string | null }> }; ranking: { yours: { value: Array<"workload" | "consistency" | "scale" | "ops" | "cost"> } | null; given: Array<string> | null; disclosed: { by: string; at: string } | null; all: Array<{ memberId: string; value: Array<"workload" | "consistency" | "scale" | "ops" | "cost"> }> } } };
  postWorksheetsCandidates: { input: { id: string; body: { opId: string; system: { id?: string; name: string; family?: string; confidence?: "high" | "medium" | "low"; workload_fit?: T154; roles?: Array<"primary" | "secondary" | "cache" | "analytics">; transactions?: "none" | "single-record" | "multi-record" | "multi-shard"; tx_scope?: "all" | "partition" | "slot" | "shard" | "table"; strongest?: T155; default?: T155; fresh_reads_available?: "yes" | "session" | "no" | "n/a"; fresh_reads_default?: "yes" | "session" | "no" | "n/a"; fresh_read_setting?: string; loss_window?: "none" | "configurable" | "seconds" | "everything"; multi_region_writes?: "none" | "single-writer" | "active-active-eventual" | "active-active-strong"; write_scaling?: "single-writer" | "sharded" | "distributed" | "serverless" | "n/a"; writes_typical?: number; writes_tuned_max?: number; node_gb?: number; max_gb?: number; self_host_difficulty?: number; failover_s?: number; skills_commonness?: number; osi_approved?: boolean; free_to_self_host?: boolean; copyleft?: "none" | "weak" | "strong" | "network"; steward?: "foundation" | "community" | "company"; modes?: Array<T156>; clouds?: Array<"aws" | "gcp" | "azure" | "oci" | "other">; on_prem?: boolean; managed?: boolean; pricing_shapes?: Array<"free" | "per-node" | "per-request" | "per-capacity" | "per-GB" | "per-scan" | "licence">; managed_usd_month?: number; self_usd_month?: number; features?: Array<string>; drivers?: Array<string>; extensions?: Array<string>; lock_in?: number } } }; reply: { system: T157; by: string; at: string; byMemberId: string } };
  deleteWorksheetsCandidatesByCandidate: { input: { id: string; candidate: string }; reply: null };
  putWorksheetsOverridesByCandidate: { input: { id: string; candidate: string; body: { opId: string; baseVersion: number; action: "restore" | "exclude"; reason: string } }; reply: T153 };
  deleteWorksheetsOverridesByCandidate: { input: { id: string; candidate: string }; reply: null };
  putWorksheetsGutCheck: { input: { id: string; body: { opId: string; candidate: string | null } }; reply: { seq: number } };
  postWorksheetsGutCheckDisclosure: { input: { id: string; body: { opId: string } }; reply: { seq: number } };
  putWorksheetsRanking: { input: { id: string; body: { opId: string; order: Array<"workload" | "consistency" | "scale" | "ops" | "cost"> } }; reply: { seq: number } };
  postWorksheetsRankingDisclosure: { input: { id: string; body: { opId: string } }; reply: { seq: number } };
  getWorksheetsRerun: { input: { id: string }; reply: { versions: { was: { catalogue: string; rules: string; engine: string }; is: { catalogue: string; rules: string; engine: string } }; shortlist: { was: Array<{ id: string; name: string }>; is: Array<{ id: string; name: string }> }; isSameList: boolean; candidates: Array<{ id: string; name: string; was: { status: string; leftAt: string | null } | null; is: { status: string; leftAt: string | null } | null; rules: Array<{ id: string; because: "answer" | "fact" | "rule" | "result" }> }> } };
  putWorksheetsScoresByCandidate: { input: { id: string; candidate: string; body: { opId: string; baseVersion: number; criterion: "workload" | "consistency" | "scale" | "ops" | "cost"; score: number | null } }; reply: { score: T158 | null } };
  getWorksheetsChartsByFile: { input: { id: string; file: string }; reply: string };
  postDisagreement: { input: { body: { fields: Array<{ field: string; type?: "choice" | "ordinal" | "multi" | "number"; levels?: Array<string>; answers: Array<{ member: string; value?: Json; unknown?: true; basis?: "measured" | "calculated" | "educated_guess" | "wild_guess" | null }> }>; answers?: T178; seed?: string } }; reply: { fields: Array<T179>; impact: T184 } };
  getWorksheetsDisagreement: { input: { id: string }; reply: { fields: Array<T179>; impact: T184 } };
  postWorksheetsApprovers: { input: { id: string; body: { opId: string; name?: string; email?: string; self?: true } }; reply: { approverId: string; link: string | null } };
  deleteWorksheetsApproversByApproverId: { input: { id: string; approverId: string }; reply: null };
  postWorksheetsApproversLink: { input: { id: string; approverId: string; body: { opId: string } }; reply: { id: string; link: string } };
  postWorksheetsRevisions: { input: { id: string; body: { opId: string } }; reply: { revision: number; sha256: string } };
  getWorksheetsRevisionsByN: { input: { id: string; n: string }; reply: { record: T213; sha256: string; people: Array<T214>; approvals: Array<T218>; audit: Json; status: T219; number: number | null; n: number } };
  postWorksheetsRevisionsWithdrawal: { input: { id: string; n: string; body: { opId: string } }; reply: { seq: number } };
  putWorksheetsRevisionsApprovals: { input: { id: string; n: string; body: { opId: string; verdict: "approve" | "approve_with_reservation" | "disagree_and_commit" | "decline"; sha256: string; typedName: string; comment?: string; approverId?: string; passkey?: { challenge: string; credentialId: string; authenticatorData: string; clientDataJSON: string; signature: string } } }; reply: T15 };
  getWorksheetsSignOff: { input: { id: string }; reply: { rule: { required: number | null; inOrder: boolean; deadline: string | null }; isPastDeadline: boolean; isMailOn: boolean; isPasskeyPossible: boolean; approvers: Array<{ id: string; place: number; delegatedBy: string | null; isTurn: boolean; email: string | null; known: { enrolment: T215 | null; mailedTo: string | null } | null; mail: { state: "queued" | "running" | "done" | "failed"; error: string | null; at: string; nextAttemptAt: string | null } | null }>; you: { passkeys: number; cameByMail: boolean; delegate: string | null } } };
  putWorksheetsSignOffRule: { input: { id: string; body: { required: number | null; inOrder: boolean; deadline: string | null; opId: string } }; reply: { seq: number } };
  putWorksheetsRevisionsDeadline: { input: { id: string; n: string; body: { deadline: string | null; opId: string } }; reply: { seq: number } };
  putWorksheetsApproversOrder: { input: { id: string; body: { opId: string; approvers: Array<string> } }; reply: { seq: number } };
  postWorksheetsApproversMeDelegate: { input: { id: string; body: { opId: string; name: string } }; reply: { approverId: string; link: string | null } };
  deleteWorksheetsApproversMeDelegate: { input: { id: string }; reply: null };
  postWorksheetsApproversMail: { input: { id: string; approverId: string; body: { opId: string; email?: string } }; reply: { seq: number } };
  postWorksheetsPasskeysChallenge: { input: { id: string; body: Record<string, unknown> }; reply: { challenge: string; rp: { id: string; name: string }; user: { id: string; name: string; displayName: string }; excluded: Array<{ id: string; transports: Array<string> }> } };
  postWorksheetsPasskeys: { input: { id: string; body: { opId: string; challenge: string; credentialId: string; clientDataJSON: string; attestationObject: string; transports: Array<string> } }; reply: { passkeys: number } };
  postWorksheetsRevisionsStatements: { input: { id: string; n: string; body: { verdict: "approve" | "approve_with_reservation" | "disagree_and_commit" | "decline"; sha256: string; typedName: string; comment?: string } }; reply: { statement: T216; challenge: string; rpId: string; passkeys: Array<{ id: string; transports: Array<string> }> } };
  getWorksheetsSeals: { input: { id: string }; reply: { seals: Array<{ revision: number; paper: "A4" | "LETTER"; state: "sealing" | "sealed" | "failed"; level: "B-B" | "B-T" | null; isStampPending: boolean; sha256: string | null; sealedAt: string | null; unprintable: Array<string>; error: string | null; nextAttemptAt: string | null }> } };
  postWorksheetsRevisionsSeal: { input: { id: string; n: string; body: { opId: string } }; reply: { seq: number } };
  getWorksheetsAudit: { input: { id: string }; reply: { chain: string; isComplete: boolean; acts: Array<{ at: string; type: string; by: string | null }>; rows: Array<{ seq: number; at: string; payload: string; prev?: string; hash: string }> | null; checkpoint: { statement: string; signature: string; certificates: Array<string> } | null } };
  getWorksheetsDecisionHistory: { input: { id: string; section: string }; reply: Array<{ version: number; text: string; by: string; at: string }> };
  putWorksheetsDecisionLock: { input: { id: string; body: { section: T14; act: "take" | "take_over" | "release" } }; reply: { holder: { section: T14; memberId: string; name: string; at: string } | null } };
  putWorksheetsDecisionMarks: { input: { id: string; body: { opId: string; mark: { kind: "piece"; key: string; text: string; data: { section: T14; source: string; seen: string } } | { kind: "condition"; key: string; text: ""; data: Record<string, unknown> } | { kind: "smell"; key: string; text: string; data: Record<string, unknown> } | { kind: "trigger"; key: string; text: string; data: T52 } } }; reply: T48 | T49 | T50 | T53 };
  postWorksheetsDecisionMarksRemoval: { input: { id: string; body: { opId: string; kind: "piece" | "condition" | "smell" | "trigger"; key: string } }; reply: { seq: number } };
  putWorksheetsStatus: { input: { id: string; body: { opId: string; status: "draft" | "proposed" | "accepted" | "rejected" | "deprecated" | "superseded"; reason: string } }; reply: { seq: number } };
  postWorksheetsSupersessions: { input: { id: string; body: { opId: string; replaces: string; isPartial: boolean; note: string } }; reply: { seq: number } };
  deleteWorksheetsSupersessionsByReplaces: { input: { id: string; replaces: string }; reply: null };
  getWorksheetsAdrMd: { input: { id: string; query?: { format?: "madr" | "nygard" | "y-statement" | "practical" | "log4brains" } }; reply: string };
  getWorksheetsAdrZip: { input: { id: string; query?: { format?: "madr" | "nygard" | "y-statement" | "practical" | "log4brains" } }; reply: string };
  getWorksheetsAdrPdf: { input: { id: string; query?: { size?: "a4" | "letter"; revision?: number; standing?: "accepted" | "now" } }; reply: string };
  getWorksheetsRecordJson: { input: { id: string }; reply: string };
  getWorksheetsAnswersCsv: { input: { id: string }; reply: string };
  getWorksheetsCostsCsv: { input: { id: string }; reply: string };
  getWorksheetsCostsOverTimeCsv: { input: { id: string }; reply: string };
  getWorksheetsTotalCostCsv: { input: { id: string }; reply: string };
  getWorksheetsCostDriversCsv: { input: { id: string }; reply: string };
  postVerify: { input: { body: Uint8Array }; reply: { verdict: "valid" | "valid-superseded" | "changed" | "not-ours"; reasons: Array<string>; headline: string; checks: Array<{ id: "file" | "seal" | "certificate" | "time" | "attachments" | "record" | "people" | "approvals" | "audit" | "elimination" | "costs" | "current"; ok: boolean | null; reason: string | null; title: string; detail: string }>; file: { sha256: string; bytes: number }; seal: { rootFingerprint: string; fingerprint: string; sealer: string; root: string; claimedTime: string | null; trustedTime: { at: string; by: string } | null } | null; decision: { title: string; number: number | null; sha256: string; by: Array<string>; at: string | null } | null; record?: T213 } };
  postEvaluate: { input: { body: { answers?: T178; candidates?: Array<string>; custom?: Array<T157>; overrides?: Array<{ candidate: string; action: "restore" | "exclude"; reason: string }>; bands?: Record<string, { low: number; high: number }>; today?: string } }; reply: { shortlist: Array<T58>; standing: Array<{ kind: "what_we_run" | "no_new_database"; id: string | null; isFirst: boolean; text: string }>; candidates: Array<{ id: string; name: string; family: string | null; status: "shortlisted" | "remaining" | "near-miss" | "eliminated" | "filed" | "hosting"; leftAt: "frame" | "workload" | "consistency" | "scale" | "ops" | "cost" | null; points: number; override: { action: "restore" | "exclude"; reason: string } | null; rules: Array<{ id: string; effect: "ELIM" | "COND" | "DEMOTE" | "PREFER" | "WARN" | "ASK"; strength: "fact" | "rule_of_thumb" | "house_rule"; outcome: "fires" | "passes" | "unknown"; text: string; answer: Array<{ path: string; value: Json }>; fact: { field: string; value: Json } | null; source: { rule: string; facts: Array<string> } }>; missedBy?: T61; comesBackIf: Array<{ field: string; from: Json; to: Json; text: string }>; comesBackIfBoth?: Array<{ changes: Array<{ field: string; from: Json; to: Json }>; text: string }>; comesBackIfAll?: Array<{ changes: Array<{ field: string; from: Json; to: Json }>; text: string }> }>; companions: Array<{ id: string; shape: T65; need: "included" | "needed" | "open"; rule: string; text: string }>; warnings: Array<{ id: string; candidate: string | null; text: string }>; questions: Array<{ id: string; candidate: string | null; field: string | null; text: string }>; openAssumptions: Array<{ field: string; rules: Array<string> }>; flips: Array<T69>; flipPairs?: Array<T70>; audiences?: Array<T71>; relaxations?: Array<{ changes: Array<{ field: string; from: Json; to: Json }>; adds: Array<string>; text: string }>; versions: { catalogue: string; rules: string; engine: string }; hash: string } };
  postCosts: { input: { body: T106 }; reply: { axis: { unit: "peak_requests_per_second"; from: number; to: number; now: number }; designs: Array<T110>; crossovers: Array<T111>; pairs: Array<T112>; envelope: Array<{ from: number; to: number; design: string | null; ties: Array<string> }>; eventualWinner: string | null; prices: Array<T113>; priceBookVersion: string; bands: Array<T114>; workload: { id: string; params: Record<string, string | number> }; uncertainty: T118 | null; overTime: T121 | null; tco: T129 | null; regret: T130 | null; assumptions: Array<{ path: string; value: Json; source: "assumed" | "unknown"; text: { id: string; params: Record<string, string | number> } | null }> } };
  postAdrRender: { input: { query?: { format?: "madr" | "nygard" | "y-statement" | "practical" | "log4brains" }; body: { record: T213; sha256: string; people: Array<T214>; approvals: Array<T218>; audit: Json; status: T219; number: number | null } }; reply: string };
  getCatalogue: { input: {  }; reply: Record<string, unknown> };
  getCatalogueBySystemId: { input: { systemId: string }; reply: Record<string, unknown> };
  getPrices: { input: {  }; reply: Record<string, unknown> };
  getRules: { input: {  }; reply: Record<string, unknown> };
  postAdrParse: { input: { query?: { name?: string }; body: Uint8Array }; reply: { format: string; title: string | null; titleRaw: string | null; number: string | null; numberSource: "heading" | "front-matter title" | "filename" | "first line" | null; status: string; statusRaw: string | null; date: string | null; dateRaw: string | null; dateSource: "front-matter" | "body" | null; filenameDate: string | null; deciders: Array<string>; tags: Array<string>; consideredOptions: Array<string>; chosenOption: string | null; supersededBy: string | null; supersedes: string | null; yStatement: string | null; frontMatter: string; sections: Array<{ level: number; heading: string | null; text: string }>; warnings: Array<T249> } };
  getNeutrality: { input: { query?: { format?: "json" | "csv" } }; reply: { points: number; empty: number; axes: Array<{ id: string; choices: Array<string> }>; systems: Array<{ id: string; name: string; vendor: string; listed: number; listedShare: number; first: number; firstShare: number; firstByDefault: number; becauseOf: Array<{ rule: string; share: number }> }>; vendors: Array<{ vendor: string; systems: number; listed: number; listedShare: number; first: number; firstShare: number; hosts: number; hostsShare: number }>; versions: { catalogue: string; rules: string; engine: string }; statement: string } };
  getSpaces: { input: {  }; reply: { spaces: Array<{ id: string; name: string; role: "facilitator" | "member" | "observer" }>; deleted: Array<{ id: string; name: string; purgedAt: string }> } };
  postSpaces: { input: { body: { name: string; yourName: string; language?: string } }; reply: T8 };
  postSpaceSessions: { input: { body: { token: string } }; reply: { spaceId: string; name: string; role: "facilitator" | "member" | "observer"; memberCount: number; you: { memberId: string; name: string } | null } };
  postSpacesMembers: { input: { id: string; body: { name: string } }; reply: { memberId: string; memberToken: string; returnLink: string } };
  getSpacesById: { input: { id: string }; reply: { id: string; name: string; language: string; nextNumber: number; you: { memberId: string; name: string; role: "facilitator" | "member" | "observer" }; members: Array<{ id: string; name: string; role: "facilitator" | "member" | "observer"; isYou: boolean; isSignedIn: boolean; joinedAt: string }> } };
  putSpacesById: { input: { id: string; body: { opId: string; name?: string; language?: string; nextNumber?: number; reason?: string } }; reply: Record<string, unknown> };
  getSpacesNumbers: { input: { id: string }; reply: { next: number; taken: number; gaps: Array<{ first: number; last: number; why: "skipped" | "not_imported" | "before_first"; reason: string; by: string }>; gone: Array<{ number: number; title: string }> } };
  putSpacesMembersByMemberId: { input: { id: string; memberId: string; body: { opId: string; role?: "facilitator" | "member" | "observer"; name?: string } }; reply: Record<string, unknown> };
  postSpacesMembersRemoval: { input: { id: string; memberId: string; body: { opId: string } }; reply: Record<string, unknown> };
  postSpacesMembersErasure: { input: { id: string; memberId: string; body: { opId: string } }; reply: Record<string, unknown> };
  postSpacesDeletion: { input: { id: string; body: { opId: string; name: string; worksheets: "keep" | "delete" } }; reply: { deletedAt: string; purgedAt: string } };
  postSpacesRestoration: { input: { id: string; body: { opId: string } }; reply: Record<string, unknown> };
  getSignIn: { input: {  }; reply: null };
  getSpacesSignIn: { input: { id: string }; reply: null };
  getSignInCallback: { input: {  }; reply: null };
  getSpacesLinks: { input: { id: string }; reply: { links: Array<{ id: string; kind: "facilitator" | "member" | "observer" | "return"; name: string | null; createdAt: string; lastUsedAt: string | null; revokedAt: string | null }> } };
  postSpacesLinks: { input: { id: string; body: { opId: string; kind: "facilitator" | "member" | "observer"; revokeOld?: boolean } }; reply: { id: string; link: string } };
  deleteSpacesLinksByLinkId: { input: { id: string; linkId: string }; reply: null };
  postSpacesMembersReturnLink: { input: { id: string; memberId: string; body: { opId: string } }; reply: { id: string; link: string } };
  getSpacesKeys: { input: { id: string }; reply: { keys: Array<{ id: string; name: string; scopes: Array<"read:log" | "write:metrics" | "write:reviews">; ending: string; by: string; createdAt: string; expiresAt: string | null; lastUsedAt: string | null; revokedAt: string | null }> } };
  postSpacesKeys: { input: { id: string; body: { opId: string; name: string; scopes: Array<"read:log" | "write:metrics" | "write:reviews">; days: number | null } }; reply: { id: string; key: string; expiresAt: string | null } };
  deleteSpacesKeysByKeyId: { input: { id: string; keyId: string }; reply: null };
  postSpacesWorksheets: { input: { id: string; body: { title: string; frame?: T5; template?: T6; language?: "en" | "de"; timeZone?: string; keepMonths?: 6; opId: string } }; reply: { id: string } };
  putWorksheetsSpace: { input: { id: string; body: { opId: string; spaceId: string; spaceToken?: string } }; reply: { seq: number; number: number | null; renumbered: boolean } };
  postWorksheetsSeat: { input: { id: string; body: Record<string, unknown> }; reply: { memberId: string } };
  getSpacesLog: { input: { id: string; query?: { q?: string; status?: "active" | "all" | "draft" | "proposed" | "accepted" | "rejected" | "deprecated" | "superseded" | "unknown"; engine?: string; tag?: string; due?: "now" | "soon"; cursor?: string } }; reply: { entries: Array<T266>; total: number | null; due: number | null; next: string | null } };
  getSpacesLogFacets: { input: { id: string }; reply: { total: number; statuses: Array<{ value: string; name: string; count: number }>; engines: Array<{ value: string; name: string; count: number }>; tags: Array<{ value: string; name: string; count: number }> } };
  getSpacesLogZip: { input: { id: string; query?: { format?: "madr" | "nygard" | "y-statement" | "practical" | "log4brains" } }; reply: string };
  getSpacesLogImported: { input: { id: string; entryId: string }; reply: { entry: T266; path: string; format: string; text: string; warnings: Array<T249>; by: string; at: string } };
  getSpacesLogSource: { input: { id: string; entryId: string }; reply: string };
  getSpacesLogByEntryId: { input: { id: string; entryId: string }; reply: T266 };
  putSpacesLogTags: { input: { id: string; entryId: string; body: { opId: string; tags: Array<string> } }; reply: Record<string, unknown> };
  putSpacesLogReplaced: { input: { id: string; entryId: string; body: { opId: string; by: string | null; isPartial?: boolean } }; reply: Record<string, unknown> };
  postSpacesLogImports: { input: { id: string; body: { opId: string; files: Array<{ path: string; content: string }> } }; reply: { files: Array<{ path: string; outcome: "added" | "known" | "left_out"; reason: "empty" | "binary" | "too_large" | "not_markdown" | "template" | "no_form" | null; entryId: string | null; title: string | null; number: number | null; numberTaken: string | null; status: "draft" | "proposed" | "accepted" | "rejected" | "deprecated" | "superseded" | "unknown" | null; warnings: Array<T249> }> } };
};

export const CALLS = {
  postWorksheets: ["POST", "/api/v1/worksheets", "application/json"],
  postWorksheetsSample: ["POST", "/api/v1/worksheets/sample", "application/json"],
  getWorksheetsById: ["GET", "/api/v1/worksheets/{id}", ""],
  putWorksheetsFrame: ["PUT", "/api/v1/worksheets/{id}/frame", "application/json"],
  putWorksheetsStage: ["PUT", "/api/v1/worksheets/{id}/stage", "application/json"],
  putWorksheetsReady: ["PUT", "/api/v1/worksheets/{id}/ready", "application/json"],
  postWorksheetsReveal: ["POST", "/api/v1/worksheets/{id}/reveal", "application/json"],
  getSessions: ["GET", "/api/v1/sessions", ""],
  postSessions: ["POST", "/api/v1/sessions", "application/json"],
  deleteSessions: ["DELETE", "/api/v1/sessions", ""],
  postWorksheetsMembers: ["POST", "/api/v1/worksheets/{id}/members", "application/json"],
  getWorksheetsLinks: ["GET", "/api/v1/worksheets/{id}/links", ""],
  postWorksheetsLinks: ["POST", "/api/v1/worksheets/{id}/links", "application/json"],
  postWorksheetsMembersReturnLink: ["POST", "/api/v1/worksheets/{id}/members/{memberId}/return-link", "application/json"],
  deleteWorksheetsLinksByLinkId: ["DELETE", "/api/v1/worksheets/{id}/links/{linkId}", ""],
  postWorksheetsCode: ["POST", "/api/v1/worksheets/{id}/code", "application/json"],
  putWorksheetsMembersRole: ["PUT", "/api/v1/worksheets/{id}/members/{memberId}/role", "application/json"],
  putWorksheetsMembersName: ["PUT", "/api/v1/worksheets/{id}/members/{memberId}/name", "application/json"],
  postWorksheetsMembersRemoval: ["POST", "/api/v1/worksheets/{id}/members/{memberId}/removal", "application/json"],
  postWorksheetsMembersMerge: ["POST", "/api/v1/worksheets/{id}/members/{memberId}/merge", "application/json"],
  postWorksheetsProxies: ["POST", "/api/v1/worksheets/{id}/proxies", "application/json"],
  putWorksheetsMembersAnswersByQuestion: ["PUT", "/api/v1/worksheets/{id}/members/{memberId}/answers/{question}", "application/json"],
  postWorksheetsLateAnswers: ["POST", "/api/v1/worksheets/{id}/late-answers", "application/json"],
  putWorksheetsArchive: ["PUT", "/api/v1/worksheets/{id}/archive", "application/json"],
  putWorksheetsRetention: ["PUT", "/api/v1/worksheets/{id}/retention", "application/json"],
  postWorksheetsDeletion: ["POST", "/api/v1/worksheets/{id}/deletion", "application/json"],
  postWorksheetsRestoration: ["POST", "/api/v1/worksheets/{id}/restoration", "application/json"],
  postWorksheetsDuplicate: ["POST", "/api/v1/worksheets/{id}/duplicate", "application/json"],
  postWorksheetsMembersErasure: ["POST", "/api/v1/worksheets/{id}/members/{memberId}/erasure", "application/json"],
  getWorksheetsWorksheetJson: ["GET", "/api/v1/worksheets/{id}/worksheet.json", ""],
  postWorksheetsImport: ["POST", "/api/v1/worksheets/import", "application/json"],
  getWorksheetsWorkshop: ["GET", "/api/v1/worksheets/{id}/workshop", ""],
  putWorksheetsWorkshop: ["PUT", "/api/v1/worksheets/{id}/workshop", "application/json"],
  getWorksheetsScreen: ["GET", "/api/v1/worksheets/{id}/screen", ""],
  putWorksheetsPointer: ["PUT", "/api/v1/worksheets/{id}/pointer", "application/json"],
  putWorksheetsTimer: ["PUT", "/api/v1/worksheets/{id}/timer", "application/json"],
  putWorksheetsStageReady: ["PUT", "/api/v1/worksheets/{id}/stage-ready", "application/json"],
  postWorksheetsTakeOver: ["POST", "/api/v1/worksheets/{id}/take-over", "application/json"],
  postWorksheetsNudges: ["POST", "/api/v1/worksheets/{id}/nudges", "application/json"],
  postWorksheetsLeakProbe: ["POST", "/api/v1/worksheets/{id}/leak-probe", "application/json"],
  putWorksheetsTopicsByField: ["PUT", "/api/v1/worksheets/{id}/topics/{field}", "application/json"],
  postWorksheetsConsentRounds: ["POST", "/api/v1/worksheets/{id}/consent-rounds", "application/json"],
  putWorksheetsConsentRoundsChoice: ["PUT", "/api/v1/worksheets/{id}/consent-rounds/{roundId}/choice", "application/json"],
  postWorksheetsConsentRoundsClosing: ["POST", "/api/v1/worksheets/{id}/consent-rounds/{roundId}/closing", "application/json"],
  putWorksheetsConsentRoundsCommitment: ["PUT", "/api/v1/worksheets/{id}/consent-rounds/{roundId}/commitment", "application/json"],
  putWorksheetsNoteReads: ["PUT", "/api/v1/worksheets/{id}/note-reads", "application/json"],
  putWorksheetsCauses: ["PUT", "/api/v1/worksheets/{id}/causes", "application/json"],
  postWorksheetsComments: ["POST", "/api/v1/worksheets/{id}/comments", "application/json"],
  deleteWorksheetsCommentsByCommentId: ["DELETE", "/api/v1/worksheets/{id}/comments/{commentId}", ""],
  putWorksheetsPremortem: ["PUT", "/api/v1/worksheets/{id}/premortem", "application/json"],
  postWorksheetsPremortemCards: ["POST", "/api/v1/worksheets/{id}/premortem/cards", "application/json"],
  putWorksheetsPremortemCardsByCardId: ["PUT", "/api/v1/worksheets/{id}/premortem/cards/{cardId}", "application/json"],
  deleteWorksheetsPremortemCardsByCardId: ["DELETE", "/api/v1/worksheets/{id}/premortem/cards/{cardId}", ""],
  putWorksheetsAnswersByQuestion: ["PUT", "/api/v1/worksheets/{id}/answers/{question}", "application/json"],
  putWorksheetsPositionsByField: ["PUT", "/api/v1/worksheets/{id}/positions/{field}", "application/json"],
  deleteWorksheetsPositionsByField: ["DELETE", "/api/v1/worksheets/{id}/positions/{field}", ""],
  getWorksheetsDecision: ["GET", "/api/v1/worksheets/{id}/decision", ""],
  putWorksheetsDecision: ["PUT", "/api/v1/worksheets/{id}/decision", "application/json"],
  getWorksheetsEvents: ["GET", "/api/v1/worksheets/{id}/events", ""],
  getWorksheetsShortlist: ["GET", "/api/v1/worksheets/{id}/shortlist", ""],
  getWorksheetsCosts: ["GET", "/api/v1/worksheets/{id}/costs", ""],
  getWorksheetsWorth: ["GET", "/api/v1/worksheets/{id}/worth", ""],
  putWorksheetsPricesByPriceId: ["PUT", "/api/v1/worksheets/{id}/prices/{priceId}", "application/json"],
  putWorksheetsCostSettingsByKey: ["PUT", "/api/v1/worksheets/{id}/cost-settings/{key}", "application/json"],
  getWorksheetsReviews: ["GET", "/api/v1/worksheets/{id}/reviews", ""],
  postWorksheetsReviews: ["POST", "/api/v1/worksheets/{id}/reviews", "application/json"],
  postWorksheetsReviewsTrial: ["POST", "/api/v1/worksheets/{id}/reviews/trial", "application/json"],
  postWorksheetsHappenings: ["POST", "/api/v1/worksheets/{id}/happenings", "application/json"],
  postWorksheetsReviewsReopening: ["POST", "/api/v1/worksheets/{id}/reviews/{reviewId}/reopening", "application/json"],
  getWorksheetsReviewIcs: ["GET", "/api/v1/worksheets/{id}/review.ics", ""],
  postWorksheetsMetrics: ["POST", "/api/v1/worksheets/{id}/metrics", "application/json"],
  postSpacesDecisionsMetrics: ["POST", "/api/v1/spaces/{id}/decisions/{number}/metrics", "application/json"],
  getSpacesWebhooks: ["GET", "/api/v1/spaces/{id}/webhooks", ""],
  postSpacesWebhooks: ["POST", "/api/v1/spaces/{id}/webhooks", "application/json"],
  deleteSpacesWebhooksByWebhookId: ["DELETE", "/api/v1/spaces/{id}/webhooks/{webhookId}", ""],
  postSpacesWebhooksPing: ["POST", "/api/v1/spaces/{id}/webhooks/{webhookId}/ping", "application/json"],
  postSpacesWebhooksDeliveriesRedelivery: ["POST", "/api/v1/spaces/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/redelivery", "application/json"],
  getWorksheetsWebhooks: ["GET", "/api/v1/worksheets/{id}/webhooks", ""],
  postWorksheetsWebhooks: ["POST", "/api/v1/worksheets/{id}/webhooks", "application/json"],
  deleteWorksheetsWebhooksByWebhookId: ["DELETE", "/api/v1/worksheets/{id}/webhooks/{webhookId}", ""],
  postWorksheetsWebhooksPing: ["POST", "/api/v1/worksheets/{id}/webhooks/{webhookId}/ping", "application/json"],
  postWorksheetsWebhooksDeliveriesRedelivery: ["POST", "/api/v1/worksheets/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/redelivery", "application/json"],
  getSpacesFeeds: ["GET", "/api/v1/spaces/{id}/feeds", ""],
  postSpacesFeeds: ["POST", "/api/v1/spaces/{id}/feeds", "application/json"],
  deleteSpacesFeedsByFeedId: ["DELETE", "/api/v1/spaces/{id}/feeds/{feedId}", ""],
  getCalendarsByToken: ["GET", "/api/v1/calendars/{token}", ""],
  getWorksheetsCandidates: ["GET", "/api/v1/worksheets/{id}/candidates", ""],
  postWorksheetsCandidates: ["POST", "/api/v1/worksheets/{id}/candidates", "application/json"],
  deleteWorksheetsCandidatesByCandidate: ["DELETE", "/api/v1/worksheets/{id}/candidates/{candidate}", ""],
  putWorksheetsOverridesByCandidate: ["PUT", "/api/v1/worksheets/{id}/overrides/{candidate}", "application/json"],
  deleteWorksheetsOverridesByCandidate: ["DELETE", "/api/v1/worksheets/{id}/overrides/{candidate}", ""],
  putWorksheetsGutCheck: ["PUT", "/api/v1/worksheets/{id}/gut-check", "application/json"],
  postWorksheetsGutCheckDisclosure: ["POST", "/api/v1/worksheets/{id}/gut-check/disclosure", "application/json"],
  putWorksheetsRanking: ["PUT", "/api/v1/worksheets/{id}/ranking", "application/json"],
  postWorksheetsRankingDisclosure: ["POST", "/api/v1/worksheets/{id}/ranking/disclosure", "application/json"],
  getWorksheetsRerun: ["GET", "/api/v1/worksheets/{id}/rerun", ""],
  putWorksheetsScoresByCandidate: ["PUT", "/api/v1/worksheets/{id}/scores/{candidate}", "application/json"],
  getWorksheetsChartsByFile: ["GET", "/api/v1/worksheets/{id}/charts/{file}", ""],
  postDisagreement: ["POST", "/api/v1/disagreement", "application/json"],
  getWorksheetsDisagreement: ["GET", "/api/v1/worksheets/{id}/disagreement", ""],
  postWorksheetsApprovers: ["POST", "/api/v1/worksheets/{id}/approvers", "application/json"],
  deleteWorksheetsApproversByApproverId: ["DELETE", "/api/v1/worksheets/{id}/approvers/{approverId}", ""],
  postWorksheetsApproversLink: ["POST", "/api/v1/worksheets/{id}/approvers/{approverId}/link", "application/json"],
  postWorksheetsRevisions: ["POST", "/api/v1/worksheets/{id}/revisions", "application/json"],
  getWorksheetsRevisionsByN: ["GET", "/api/v1/worksheets/{id}/revisions/{n}", ""],
  postWorksheetsRevisionsWithdrawal: ["POST", "/api/v1/worksheets/{id}/revisions/{n}/withdrawal", "application/json"],
  putWorksheetsRevisionsApprovals: ["PUT", "/api/v1/worksheets/{id}/revisions/{n}/approvals", "application/json"],
  getWorksheetsSignOff: ["GET", "/api/v1/worksheets/{id}/sign-off", ""],
  putWorksheetsSignOffRule: ["PUT", "/api/v1/worksheets/{id}/sign-off/rule", "application/json"],
  putWorksheetsRevisionsDeadline: ["PUT", "/api/v1/worksheets/{id}/revisions/{n}/deadline", "application/json"],
  putWorksheetsApproversOrder: ["PUT", "/api/v1/worksheets/{id}/approvers/order", "application/json"],
  postWorksheetsApproversMeDelegate: ["POST", "/api/v1/worksheets/{id}/approvers/me/delegate", "application/json"],
  deleteWorksheetsApproversMeDelegate: ["DELETE", "/api/v1/worksheets/{id}/approvers/me/delegate", ""],
  postWorksheetsApproversMail: ["POST", "/api/v1/worksheets/{id}/approvers/{approverId}/mail", "application/json"],
  postWorksheetsPasskeysChallenge: ["POST", "/api/v1/worksheets/{id}/passkeys/challenge", "application/json"],
  postWorksheetsPasskeys: ["POST", "/api/v1/worksheets/{id}/passkeys", "application/json"],
  postWorksheetsRevisionsStatements: ["POST", "/api/v1/worksheets/{id}/revisions/{n}/statements", "application/json"],
  getWorksheetsSeals: ["GET", "/api/v1/worksheets/{id}/seals", ""],
  postWorksheetsRevisionsSeal: ["POST", "/api/v1/worksheets/{id}/revisions/{n}/seal", "application/json"],
  getWorksheetsAudit: ["GET", "/api/v1/worksheets/{id}/audit", ""],
  getWorksheetsDecisionHistory: ["GET", "/api/v1/worksheets/{id}/decision/{section}/history", ""],
  putWorksheetsDecisionLock: ["PUT", "/api/v1/worksheets/{id}/decision/lock", "application/json"],
  putWorksheetsDecisionMarks: ["PUT", "/api/v1/worksheets/{id}/decision/marks", "application/json"],
  postWorksheetsDecisionMarksRemoval: ["POST", "/api/v1/worksheets/{id}/decision/marks/removal", "application/json"],
  putWorksheetsStatus: ["PUT", "/api/v1/worksheets/{id}/status", "application/json"],
  postWorksheetsSupersessions: ["POST", "/api/v1/worksheets/{id}/supersessions", "application/json"],
  deleteWorksheetsSupersessionsByReplaces: ["DELETE", "/api/v1/worksheets/{id}/supersessions/{replaces}", ""],
  getWorksheetsAdrMd: ["GET", "/api/v1/worksheets/{id}/adr.md", ""],
  getWorksheetsAdrZip: ["GET", "/api/v1/worksheets/{id}/adr.zip", ""],
  getWorksheetsAdrPdf: ["GET", "/api/v1/worksheets/{id}/adr.pdf", ""],
  getWorksheetsRecordJson: ["GET", "/api/v1/worksheets/{id}/record.json", ""],
  getWorksheetsAnswersCsv: ["GET", "/api/v1/worksheets/{id}/answers.csv", ""],
  getWorksheetsCostsCsv: ["GET", "/api/v1/worksheets/{id}/costs.csv", ""],
  getWorksheetsCostsOverTimeCsv: ["GET", "/api/v1/worksheets/{id}/costs-over-time.csv", ""],
  getWorksheetsTotalCostCsv: ["GET", "/api/v1/worksheets/{id}/total-cost.csv", ""],
  getWorksheetsCostDriversCsv: ["GET", "/api/v1/worksheets/{id}/cost-drivers.csv", ""],
  postVerify: ["POST", "/api/v1/verify", "application/pdf"],
  postEvaluate: ["POST", "/api/v1/evaluate", "application/json"],
  postCosts: ["POST", "/api/v1/costs", "application/json"],
  postAdrRender: ["POST", "/api/v1/adr/render", "application/json"],
  getCatalogue: ["GET", "/api/v1/catalogue", ""],
  getCatalogueBySystemId: ["GET", "/api/v1/catalogue/{systemId}", ""],
  getPrices: ["GET", "/api/v1/prices", ""],
  getRules: ["GET", "/api/v1/rules", ""],
  postAdrParse: ["POST", "/api/v1/adr/parse", "text/markdown"],
  getNeutrality: ["GET", "/api/v1/neutrality", ""],
  getSpaces: ["GET", "/api/v1/spaces", ""],
  postSpaces: ["POST", "/api/v1/spaces", "application/json"],
  postSpaceSessions: ["POST", "/api/v1/space-sessions", "application/json"],
  postSpacesMembers: ["POST", "/api/v1/spaces/{id}/members", "application/json"],
  getSpacesById: ["GET", "/api/v1/spaces/{id}", ""],
  putSpacesById: ["PUT", "/api/v1/spaces/{id}", "application/json"],
  getSpacesNumbers: ["GET", "/api/v1/spaces/{id}/numbers", ""],
  putSpacesMembersByMemberId: ["PUT", "/api/v1/spaces/{id}/members/{memberId}", "application/json"],
  postSpacesMembersRemoval: ["POST", "/api/v1/spaces/{id}/members/{memberId}/removal", "application/json"],
  postSpacesMembersErasure: ["POST", "/api/v1/spaces/{id}/members/{memberId}/erasure", "application/json"],
  postSpacesDeletion: ["POST", "/api/v1/spaces/{id}/deletion", "application/json"],
  postSpacesRestoration: ["POST", "/api/v1/spaces/{id}/restoration", "application/json"],
  getSignIn: ["GET", "/api/v1/sign-in", ""],
  getSpacesSignIn: ["GET", "/api/v1/spaces/{id}/sign-in", ""],
  getSignInCallback: ["GET", "/api/v1/sign-in/callback", ""],
  getSpacesLinks: ["GET", "/api/v1/spaces/{id}/links", ""],
  postSpacesLinks: ["POST", "/api/v1/spaces/{id}/links", "application/json"],
  deleteSpacesLinksByLinkId: ["DELETE", "/api/v1/spaces/{id}/links/{linkId}", ""],
  postSpacesMembersReturnLink: ["POST", "/api/v1/spaces/{id}/members/{memberId}/return-link", "application/json"],
  getSpacesKeys: ["GET", "/api/v1/spaces/{id}/keys", ""],
  postSpacesKeys: ["POST", "/api/v1/spaces/{id}/keys", "application/json"],
  deleteSpacesKeysByKeyId: ["DELETE", "/api/v1/spaces/{id}/keys/{keyId}", ""],
  postSpacesWorksheets: ["POST", "/api/v1/spaces/{id}/worksheets", "application/json"],
  putWorksheetsSpace: ["PUT", "/api/v1/worksheets/{id}/space", "application/json"],
  postWorksheetsSeat: ["POST", "/api/v1/worksheets/{id}/seat", "application/json"],
  getSpacesLog: ["GET", "/api/v1/spaces/{id}/log", ""],
  getSpacesLogFacets: ["GET", "/api/v1/spaces/{id}/log/facets", ""],
  getSpacesLogZip: ["GET", "/api/v1/spaces/{id}/log.zip", ""],
  getSpacesLogImported: ["GET", "/api/v1/spaces/{id}/log/{entryId}/imported", ""],
  getSpacesLogSource: ["GET", "/api/v1/spaces/{id}/log/{entryId}/source", ""],
  getSpacesLogByEntryId: ["GET", "/api/v1/spaces/{id}/log/{entryId}", ""],
  putSpacesLogTags: ["PUT", "/api/v1/spaces/{id}/log/{entryId}/tags", "application/json"],
  putSpacesLogReplaced: ["PUT", "/api/v1/spaces/{id}/log/{entryId}/replaced", "application/json"],
  postSpacesLogImports: ["POST", "/api/v1/spaces/{id}/log/imports", "application/json"],
} as const satisfies Record<keyof Calls, readonly [method: string, path: string, bodyType: string]>;
