PRAGMA application_id = 1885829476;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE accepted(key TEXT NOT NULL PRIMARY KEY, file TEXT NOT NULL, text BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
INSERT INTO "accepted" VALUES('','@FOLDER@/pgyd.ini',CAST(('[daemon]
state_dir = state
plugins = milestones, networking, offers

[serve]
listen = 127.0.0.1:0

[person]
name = Ada Test
timezone = America/New_York

[notify:log]
type = log

[training]
specialty = internal_medicine
start = 2025-07-01
pgy = 2
as_of = 2026-07-01

[goal]
role = hospitalist
category = hospital_based
start_date = 2028-08-01
state = OH

[contact:alvarez]
name = Dr. Alvarez
kind = attending
cadence = 20d
last = 2026-11-02

[contact:chen]
name = Dr. Chen
kind = attending
cadence = 30d
last = 2026-11-05

[contact:okafor]
name = Dr. Okafor
kind = attending
cadence = 40d
last = 2026-11-08

[contact:lee]
name = Dr. Lee
kind = attending
cadence = 50d
last = 2026-11-11

[milestone:bls]
title = Renew BLS
when = 2027-12-19
remind = 2w, 1w, 3d

[milestone:ite]
title = In-training exam
when = 2027-10-14
severity = warn

[milestone:signing]
title = Sign the contract
when = 2027-12-30
severity = critical

[milestone:poster]
title = Send the poster
when = 2027-12-13
severity = critical
remind = 1w, 1d

[offer:mercy]
employer = Mercy General
written = yes
received = 2027-12-06
answer_by = 2027-12-18

[offer:lakeside]
employer = Lakeside
written = yes
received = 2027-12-03
answer_by = 2027-12-14 17:00
base = 300000

') AS BLOB),1828537200);
INSERT INTO "accepted" VALUES('me','@FOLDER@/pgyd.ini',CAST(('[daemon]
state_dir = state
plugins = milestones, networking, offers

[serve]
listen = 127.0.0.1:0

[person]
name = Ada Test
timezone = America/New_York

[notify:log]
type = log

[training]
specialty = internal_medicine
start = 2025-07-01
pgy = 2
as_of = 2026-07-01

[goal]
role = hospitalist
category = hospital_based
start_date = 2028-08-01
state = OH

[contact:alvarez]
name = Dr. Alvarez
kind = attending
cadence = 20d
last = 2026-11-02

[contact:chen]
name = Dr. Chen
kind = attending
cadence = 30d
last = 2026-11-05

[contact:okafor]
name = Dr. Okafor
kind = attending
cadence = 40d
last = 2026-11-08

[contact:lee]
name = Dr. Lee
kind = attending
cadence = 50d
last = 2026-11-11

[milestone:bls]
title = Renew BLS
when = 2027-12-19
remind = 2w, 1w, 3d

[milestone:ite]
title = In-training exam
when = 2027-10-14
severity = warn

[milestone:signing]
title = Sign the contract
when = 2027-12-30
severity = critical

[milestone:poster]
title = Send the poster
when = 2027-12-13
severity = critical
remind = 1w, 1d

[offer:mercy]
employer = Mercy General
written = yes
received = 2027-12-06
answer_by = 2027-12-18

[offer:lakeside]
employer = Lakeside
written = yes
received = 2027-12-03
answer_by = 2027-12-14 17:00
base = 300000

') AS BLOB),1828537200);
CREATE TABLE batches( profile TEXT NOT NULL, plugin TEXT NOT NULL, version TEXT NOT NULL, inputs INTEGER NOT NULL, frames BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(profile, plugin)) STRICT;
INSERT INTO "batches" VALUES('me','milestones','0.1',-3429165137843018482,CAST((X'370100000209000000'||'abim-exam'||X'ffffffff0200000001000000020000000000000022000000'||'ABIM Internal Medicine examinationf'||X'000000'||'Training must be complete by August 31.
Confirm the dates and whether you are eligible with the board.A'||X'000000'||'ABIM: several days in August; pattern, last checked on 2026-11-22'||X'ffffffff9553000000000000b353000000000000ffffffffffffffffffffffffffffffffffffffff000000000100000000000000000000006400000001000000600100000211000000'||'abim-registration'||X'ffffffff0200000002000000020000000000000024000000'||'ABIM Internal Medicine: registration>'||X'000000'||'Confirm the dates and whether you are eligible with the board.h'||X'000000'||'ABIM: December 1 to April 15 (2019, 2021; opening December 1, 2025); pattern, last checked on 2026-11-22'||X'ffffffffa1520000000000002953000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000000000000000000064000000020000005a00000000000000640000000100000078000000000000006400000001000000340100000216000000'||'abim-registration-late'||X'ffffffff0200000002000000020000000000000035000000'||'ABIM Internal Medicine: late registration, with a fee>'||X'000000'||'Confirm the dates and whether you are eligible with the board.F'||X'000000'||'ABIM: April 16 to 28 (2019, 2021); pattern, last checked on 2026-11-22'||X'ffffffff2a530000000000003653000000000000ffffffffffffffffffffffffffffffffffffffff00000000010000000000000000000000640000000200000010010000020f000000'||'attending-start'||X'ffffffff0100000001000000010000000000000019000000'||'First day as an attendingY'||X'000000'||'Planned from [goal] start_date; without it, the first Monday a month after training ends.'||X'11000000'||'[goal] start_date'||X'ffffffff95530000000000009553000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff640000000100000000000000000000006400000001000000df0100000210000000'||'attorney-contact'||X'ffffffff0200000001000000020000000000000028000000'||'Physician-contract lawyer: first contact'||X'cc000000'||'A draft must then only be sent. Anything with RVU pay, a covenant, a partnership track or a clawback is reviewed, always.
No legal advice: have the contract read by a lawyer of the state you will work in.f'||X'000000'||'residencyadvisor.com: first contact 12 to 9 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff07520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003e000000000000006400000001000000af0100000213000000'||'attorney-groundwork'||X'ffffffff0200000001000000020000000000000025000000'||'Physician-contract lawyer: ask around'||X'9e000000'||'Ask those who signed last year whom they used, and whether it was worth it.
No legal advice: have the contract read by a lawyer of the state you will work in.d'||X'000000'||'residencyadvisor.com: groundwork 18 to 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff51510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000098000000000000006400000001000000e00100000212000000'||'attorney-shortlist'||X'ffffffff010000000100000002000000000000002d000000'||'Physician-contract lawyer: two or three names'||X'c6000000'||'- licensed in the state of the job
- fixed price for a review
- turns a draft around in three to five business days
No legal advice: have the contract read by a lawyer of the state you will work in.f'||X'000000'||'residencyadvisor.com: two or three names 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff640000000100000000000000000000006400000001000000b30000000203000000626c73ffffffff0100000001000000010000000000000009000000'||'Renew BLS'||X'ffffffff12000000'||'your own milestone'||X'ffffffffb352000000000000b352000000000000ffffffffffffffffffffffffffffffffffffffff0000000004000000feffffffffffffff7700000001000000ffffffffffffffff7700000001000000fdffffffffffffff640000000100000000000000000000006400000001000000170300000210000000'||'contract-figures'||X'ffffffff0200000001000000030000000000000033000000'||'Sign-on and malpractice figures to read an offer by'||X'c2010000'||'Reported averages and ranges of others; ask for quotes of your own.
- sign-on: 38,215 dollars on average in the report of 2025, 31,473 in that of 2024
- owed back over two to four years as a rule
- malpractice tail: 150 to 250 percent of a year''s premium, paid at once
- that is 15,000 to 30,000 dollars where risk is low, 100,000 to 150,000 and more where it is high
No legal advice: have the contract read by a lawyer of the state you will work in.'||X'9d000000'||'sdtplanning.com and chellelaw.com on sign-on payments; attendingfinancial.com, 2026, on tails; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff07520000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000050010000000000006400000001000000e70100000214000000'||'credentialing-packet'||X'ffffffff0200000002000000020000000000000034000000'||'Hospital credentialing packet: in between these days'||X'af000000'||'The first day is ideal, the last one the latest. Committees meet monthly: a file that misses one waits up to 30 days.
Confirm with the board and with the credentialing office.b'||X'000000'||'credentialing services: 90 to 150 days, privileging 90 to 180; pattern, last checked on 2026-11-22'||X'ffffffff1d530000000000003b53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373003000000f2ffffffffffffff6400000001000000000000000000000064000000020000000f000000000000006400000001000000a70100000210000000'||'dea-registration'||X'ffffffff0100000001000000030000000000000018000000'||'DEA registration in hand'||X'96000000'||'It follows the licence: apply on the day the licence is issued, at an address in that state.
Confirm with the board and with the credentialing office.k'||X'000000'||'60 days before the start, after the licence; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff59530000000000005953000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff640000000100000000000000000000006400000001000000b30100000213000000'||'fellowship-question'||X'ffffffff0100000001000000010000000000000032000000'||'A fellowship: would it make you harder to replace?'||X'e7000000'||'Would a fellowship make you harder to replace in the market you want? A yes needs two people who hire there to say so.
- yes: [fellowship] type and start, and the dates of its match are planned
- no: pgyctl done fellowship-question'||X'19000000'||'asked before applications'||X'ffffffffe44f000000000000e44f000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d363401000000b7000000000000006400000001000000cd010000020d000000'||'hireable-core'||X'ffffffff0100000001000000010000000000000038000000'||'The core year of becoming hireable: what to have in hand'||X'd3000000'||'The last year before the end of training is the one whose results are hired.
- References asked and willing to call.
- A physician-contract lawyer identified.
- Several real contracts read, with names taken out.7'||X'000000'||'marketability: the core begins 12 months before the end'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d343202000000f2ffffffffffffff6400000001000000000000000000000064000000010000008a0000000203000000697465ffffffff0100000002000000010000000000000010000000'||'In-training exam'||X'ffffffff12000000'||'your own milestone'||X'ffffffff71520000000000007152000000000000ffffffffffffffffffffffffffffffffffffffff000000000100000000000000000000006400000002000000410100000206000000'||'ite-im'||X'050000007067792d330200000001000000020000000000000031000000'||'In-training examination, internal medicine, PGY-3>'||X'000000'||'Confirm the dates and whether you are eligible with the board.b'||X'000000'||'mid-August to early September; 2024: August 15 to September 4; pattern, last checked on 2026-11-22'||X'ffffffff35520000000000004952000000000000ffffffffffffffffffffffffffffffffffffffff000000000100000000000000000000006400000001000000370100000206000000'||'job-cv'||X'ffffffff020000000100000002000000000000000b000000'||'CV finishedV'||X'000000'||'- one page of what you did and how much
- dates without gaps
- two people have read it['||X'000000'||'practicelink.com, 2020: 14 to 12 months before the end; pattern, last checked on 2026-11-22'||X'ffffffffca510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000001f000000000000006400000001000000ed0000000208000000'||'job-look'||X'ffffffff0200000001000000020000000000000019000000'||'Job search: look casually'||X'ffffffff57000000'||'practicelink.com: 24 to 12 months before the start; pattern, last checked on 2026-11-22'||X'ffffffffba500000000000002752000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000004f010000000000006400000001000000010100000214000000'||'job-network-hospital'||X'ffffffff020000000100000002000000000000002c000000'||'Job search, hospital-based: early networking'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffff5151000000000000ab51000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003c0000000000000064000000010000000c0100000213000000'||'job-search-hospital'||X'ffffffff0200000001000000020000000000000038000000'||'Job search, hospital-based: active search and interviews'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffffab510000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000009a00000000000000640000000100000038010000020b000000'||'job-secured'||X'ffffffff010000000200000002000000000000002d000000'||'Position secured by now, outside primary care'||X'ffffffff8b000000'||'practicelink.com: by December 31 before the last spring; also for international graduates of any field; pattern, last checked on 2026-11-22'||X'ffffffffbf52000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff640000000100000000000000000000006400000002000000050100000211000000'||'job-sign-hospital'||X'ffffffff0200000001000000020000000000000033000000'||'Job search, hospital-based: sign between these days'||X'ffffffff4c000000'||'residencyadvisor.com, job search timing; pattern, last checked on 2026-11-22'||X'ffffffff6352000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000000000000000000064000000010000003d00000000000000640000000100000038010000020a000000'||'job-winter'||X'ffffffff020000000100000002000000000000001c000000'||'Interviews: the winter surge='||X'000000'||'Ask now for days without calls between November and February.`'||X'000000'||'practicelink.com, 2020: November to February before the end; pattern, last checked on 2026-11-22'||X'ffffffff8352000000000000fa52000000000000ffffffffffffffffffffffffffffffffffffffff00000000020000000000000000000000640000000100000059000000000000006400000001000000ba010000020c000000'||'lane-decided'||X'ffffffff0100000002000000010000000000000013000000'||'Lane decided by now'||X'ab000000'||'Write the lane you settled on as [goal] lane, with lane_decided. Undecided is fine earlier; from here on cases, talks and contacts pull in different directions without it.P'||X'000000'||'the niche is decided by the middle of residency, or three months into fellowship'||X'ffffffff53510000000000005351000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d30380500000053322d30340500000053322d303603000000a6ffffffffffffff6400000001000000e2ffffffffffffff64000000010000000000000000000000640000000200000059010000020c000000'||'learn-bumped'||X'0400000032303236040000000100000001000000000000001c000000'||'Learn which cases get bumpedc'||X'000000'||'Ask which cases are bumped, and what that costs. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffff34510000000000003451000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3137010000000000000000000000640000000100000065010000020a000000'||'learn-call'||X'04000000323032370400000001000000010000000000000028000000'||'Learn which hospitals need call coveragee'||X'000000'||'Ask transfer centers, schedulers and moonlighters. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffff8e510000000000008e51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313701000000000000000000000064000000010000007c0100000211000000'||'learn-collections'||X'ffffffff010000000100000001000000000000002c000000'||'Follow a patient bill from charge to payment|'||X'000000'||'Ask your billing office to follow a visit or case from charge to payment. Pay tied to collections depends on what is denied.E'||X'000000'||'business of medicine, what pays: 15 months before the end of training'||X'ffffffffab51000000000000ab51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff6400000001000000000000000000000064000000010000005d010000020a000000'||'learn-hire'||X'0400000032303237040000000100000001000000000000001e000000'||'Learn what is hard to hire forg'||X'000000'||'Ask the people who schedule and the people who sign. You negotiate better when you know what they need.\'||X'000000'||'business of medicine: four questions a year, from PGY-2 to a year before the end of training'||X'ffffffffea51000000000000ea51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313701000000000000000000000064000000010000006e0100000210000000'||'learn-pay-models')||(X'ffffffff010000000100000001000000000000002c000000'||'Learn the usual pay models in your specialtyp'||X'000000'||'Find out which model is usual: salary, productivity, a mix, or partnership. You need this to compare two offers.D'||X'000000'||'business of medicine, what pays: 9 months before the end of training'||X'ffffffff63520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff6400000001000000000000000000000064000000010000007d010000020f000000'||'learn-payer-mix'||X'ffffffff0100000001000000010000000000000023000000'||'Compare the payer mix of two places'||X'88000000'||'Find the payer mix where you train and at a place you are considering. Two towns with the same salary can have very different prospects.E'||X'000000'||'business of medicine, what pays: 13 months before the end of training'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff640000000100000000000000000000006400000001000000760100000210000000'||'learn-work-units'||X'ffffffff010000000100000001000000000000002a000000'||'Add up the work RVUs of your ordinary weeky'||X'000000'||'Look up the work RVUs of the ten things you do most, and add up a week. You cannot judge a pay offer without this number.E'||X'000000'||'business of medicine, what pays: 17 months before the end of training'||X'ffffffff70510000000000007051000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d363002000000f2ffffffffffffff640000000100000000000000000000006400000001000000b7020000020d000000'||'licence-apply'||X'ffffffff020000000200000002000000000000001b000000'||'Apply for the state licence'||X'b0010000'||'Two to three months as a rule; California asks for six months'' lead, Illinois has taken 180 days and more, Idaho about 30 days. From March to August add one to two weeks. Further states by the compact (IMLC) take four to six weeks each.
- USMLE Step 3 passed
- verification of medical school and training
- fingerprints and background check
- every address and gap explained
Confirm with the board and with the credentialing office.q'||X'000000'||'California Medical Board and licensing services: six months before the start; pattern, last checked on 2026-11-22'||X'ffffffffc052000000000000df52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d37300100000000000000000000006400000002000000510100000217000000'||'malpractice-certificate'||X'ffffffff010000000100000003000000000000002b000000'||'Malpractice certificate and references sent9'||X'000000'||'Confirm with the board and with the credentialing office.X'||X'000000'||'90 days before the start; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff3b530000000000003b53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff64000000010000000000000000000000640000000100000019010000020d000000'||'monthly-cases'||X'07000000'||'2027-12'||X'0500000001000000010000000200000020000000'||'This month: the cases that countO'||X'000000'||'Put yourself down for one case or patient of the kind you want to be hired for.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffffa152000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000019010000020d000000'||'monthly-cases'||X'07000000'||'2028-01'||X'0500000001000000010000000200000020000000'||'This month: the cases that countO'||X'000000'||'Put yourself down for one case or patient of the kind you want to be hired for.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffffc052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000001e010000020c000000'||'monthly-lean'||X'07000000'||'2027-12'||X'050000000100000001000000020000002b000000'||'This month: one step further into the nicheJ'||X'000000'||'A talk, a protocol, a review, a course: something that your name stays on.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffffa152000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000001e010000020c000000'||'monthly-lean'||X'07000000'||'2028-01'||X'050000000100000001000000020000002b000000'||'This month: one step further into the nicheJ'||X'000000'||'A talk, a protocol, a review, a course: something that your name stays on.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffffc052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000030010000020f000000'||'monthly-records'||X'07000000'||'2027-12'||X'0500000001000000010000000200000025000000'||'This month: notes and codes that hold_'||X'000000'||'Go through ten of your own notes with somebody who codes. What was left out, what was not paid?8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffffa152000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d34330000000030010000020f000000'||'monthly-records'||X'07000000'||'2028-01'||X'0500000001000000010000000200000025000000'||'This month: notes and codes that hold_'||X'000000'||'Go through ten of your own notes with somebody who codes. What was left out, what was not paid?8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffffc052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000002a010000020c000000'||'monthly-room'||X'07000000'||'2027-12'||X'0500000001000000010000000200000024000000'||'This month: run it from start to end]'||X'000000'||'One list, one clinic or one shift that you run yourself, with its volume and its end on time.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffffa152000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3433000000002a010000020c000000'||'monthly-room'||X'07000000'||'2028-01'||X'0500000001000000010000000200000024000000'||'This month: run it from start to end]'||X'000000'||'One list, one clinic or one shift that you run yourself, with its volume and its end on time.8'||X'000000'||'marketability: four things a month in the last 18 months'||X'ffffffffc052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d343300000000650100000207000000'||'no-lane'||X'ffffffff060000000200000001000000000000000d000000'||'Still no lane'||X'a0000000'||'Somebody open to everything is nobody''s first thought. Choose the likeliest lane for three months and see whether you would miss it: [goal] lane can be changed.3'||X'000000'||'no [goal] lane after the day by which it is decided'||X'ffffffff54510000000000005451000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d303402000000000000000000000064000000020000001e000000000000006400000002000000810200000210000000'||'noncompete-state'||X'ffffffff0200000001000000030000000000000035000000'||'Non-compete: ask what the state of the job lets standL'||X'010000'||'The law is each state''s own; the federal rule was set aside for the whole country in 2024: do not rely on it.
- longest time and distance
- counted from which site
- whether "for any reason" holds even when you are discharged
- a buyout and its limit
Confirm with counsel of that state: the law changes, and this is no legal advice.{'||X'000000'||'law firms'' surveys: littler.com 2025, natlawreview.com 2025; general knowledge, not confirmed, last looked at on 2026-11-22'||X'ffffffff07520000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff000000000200000000000000000000006400000001000000500100000000000064000000010000008c0100000208000000'||'npi-caqh'||X'ffffffff010000000100000002000000000000001d000000'||'NPI and CAQH profile complete'||X'92000000'||'The CAQH profile takes one to two weeks, and credentialing and payers both read from it.
Confirm with the board and with the credentialing office.W'||X'000000'||'a credentialing service: 150 days before the start; pattern, last checked on 2026-11-22'||X'ffffffffff52000000000000ff52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff6400000001000000000000000000000064000000010000006c010000020d000000'||'offers-appear'||X'ffffffff0100000001000000010000000000000030000000'||'October of the last year: offers begin to appear'||X'8e000000'||'Classmates compare from now on. Note what you hear with setting and region, and judge an offer by its work and its exit as well as by its pay.#'||X'000000'||'October 1 of the last academic year'||X'ffffffff64520000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303102000000f2ffffffffffffff64000000010000000000000000000000640000000100000058010000020e000000'||'passive-listen'||X'ffffffff0100000001000000010000000000000038000000'||'PGY-2 question: how do attendings speak of other groups?^'||X'000000'||'Which groups and hospitals come up with respect, which with a sigh? A line for each is enough.6'||X'000000'||'phases of training: second of three questions of PGY-2'||X'ffffffff34510000000000003451000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d363102000000f2ffffffffffffff64000000010000000000000000000000640000000100000058010000020d000000'||'passive-notes'||X'ffffffff0100000001000000010000000000000032000000'||'PGY-2 question: what makes a senior easy to place?f'||X'000000'||'Look at those who graduate this year: who has choices, who has none, and what did they do differently?5'||X'000000'||'phases of training: third of three questions of PGY-2'||X'ffffffff8e510000000000008e51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d363102000000f2ffffffffffffff640000000100000000000000000000006400000001000000ee010000020f000000'||'payer-enrolment'||X'ffffffff0100000001000000020000000000000016000000'||'Payer enrolment begins'||X'ef000000'||'Commercial payers take 60 to 120 days, Medicare 45 to 90, Medicaid 30 to 180 and more. None can begin before the licence is there, and some only after training has ended: ask which.
Confirm with the board and with the credentialing office.\'||X'000000'||'credentialing services, 2026: 120 days before the start; pattern, last checked on 2026-11-22'||X'ffffffff1d530000000000001d53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d373002000000f2ffffffffffffff64000000010000000000000000000000640000000100000057020000020d000000'||'phase-compare'||X'ffffffff0200000001000000010000000000000021000000'||'Compare offers with what you knowe'||X'010000'||'An offer is on the table: hold it against what you learned about the place, and the places against each other.
- Every term in one table, the empty cells marked as questions.
- The two or three terms that decide it, in your own order.
- What you would sign if you had to today, and why.
- Done when you could explain the choice to a friend in two sentences.V'||X'000000'||'compare: from the first offer to the decision, at most four weeks after the last offer'||X'ffffffffa352000000000000c252000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35300100000000000000000000006400000001000000a0010000020e000000'||'phase-hireable'||X'ffffffff020000000100000001000000000000000f000000'||'Become hireable'||X'd8000000'||'Turn training into what an employer needs from the first week.
- Take the cases that matter for your lane.
- Run a room or a list from start to end.
- Document and code so that the work counts.
- Lean into the niche.-'||X'000000'||'marketability: the last 18 months of training'||X'ffffffff51510000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3432020000000000000000000000640000000100000006020000000000006400000001000000050200000210000000'||'phase-interviews'||X'ffffffff0200000001000000010000000000000011000000'||'Formal interviews('||X'010000'||'Run two or three serious processes side by side, with one or two that are a stretch.
- Bring your volumes and what you would take off their hands; terms come after that.
- Meet the physician who leads the service, beyond the recruiter.
- Ask every place that makes an offer for the full contract.>'||X'000000'||'phases of training: 12 to 6 months before the end, short track'||X'ffffffff0752000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35300200000000000000000000006400000001000000990000000000000064000000010000001a020000020a000000'||'phase-lane')||(X'ffffffff020000000100000001000000000000000e000000'||'Pick your lane0'||X'010000'||'Choose the part of your field that you want to be hired for. Write it down as [goal] lane.
- Ask two seniors which subfields groups near your target places cannot fill.
- Compare what you like doing on a bad day with what is scarce.
- Tell your programme director, so that rotations and cases can follow.B'||X'000000'||'phases of training: PGY-2 to 12 months before the end, short track'||X'ffffffff9b500000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d35300500000053322d30380500000053322d303602000000000000000000000064000000010000004e01000000000000640000000100000081010000020b000000'||'phase-learn'||X'ffffffff020000000100000001000000000000001b000000'||'Intern year: learn medicine'||X'b2000000'||'Nothing about jobs is due this year.
- Become safe and dependable.
- Plan the last licensing examination.
- Notice which work leaves you tired and content rather than only tired.'||X'19000000'||'phases of training: PGY-1'||X'ffffffff2e4f0000000000009a50000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d36300500000053322d35300500000053322d303202000000000000000000000064000000010000004e010000000000006400000001000000fc010000020c000000'||'phase-levers'||X'ffffffff0200000001000000010000000000000028000000'||'What still moves the quality of an offer'||X'19010000'||'These months are the ones in which your own doing changes what you are offered.
- Learn how your specialty is paid: work units, collections, payer mix.
- Sit in on a scheduling, quality or operations meeting.
- Settle who will speak for you, and ask whether they pick up the phone.1'||X'000000'||'levers: 18 to 6 months before the end of training'||X'ffffffff5151000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d353702000000000000000000000064000000010000004f0100000000000064000000010000004b020000020b000000'||'phase-niche'||X'ffffffff0200000001000000010000000000000034000000'||'Build the niche and the reputation that goes with itP'||X'010000'||'Make cases, talks and projects point the same way, until people name you when the subject comes up.
- Volunteer for the cases of your lane, the awkward ones included.
- Keep the case log tidy: volumes are the first thing a group asks about.
- Be easy to work with for nurses, schedulers and referring services: they are asked about you.>'||X'000000'||'phases of training: 15 to 6 months before the end, short track'||X'ffffffffab51000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35300200000000000000000000006400000001000000f50000000000000064000000010000009c010000020d000000'||'phase-passive'||X'ffffffff0200000001000000010000000000000019000000'||'PGY-2: collect and listen'||X'bd000000'||'Stay passive, but take notes.
- Write down which niches attendings call hard to fill.
- Listen to how they speak about groups and hospitals.
- Note what made a senior easy or hard to place.2'||X'000000'||'phases of training: PGY-2 to March 31, short track'||X'ffffffff9b50000000000000ac51000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d36310500000053322d35300200000000000000000000006400000001000000f3000000000000006400000001000000cd010000020b000000'||'phase-prove'||X'ffffffff020000000100000001000000000000002d000000'||'The first two years: prove value, grow volume'||X'cd000000'||'What you are paid on rests on these months.
- Keep your own numbers: visits or cases, access, outcomes.
- Know the dates of clawback, notice and tail.
- Stay in touch with the people who brought you there./'||X'000000'||'first two years: from the start to 24 months on'||X'ffffffff95530000000000006f56000000000000ffffffffffffffffffffffffffffffffffffffff040000000500000053322d37320500000053312d32360500000053322d35300500000053322d30320200000000000000000000006400000001000000bc02000000000000640000000100000071020000020b000000'||'phase-recon'||X'ffffffff0200000001000000010000000000000038000000'||'Look around quietly: who hires, who leaves, who is shortY'||X'010000'||'Gather facts before you need a job. Asking now commits you to nothing.
- Ask graduating seniors where they go and who else wanted them.
- Ask attendings which groups are well run and which to avoid.
- Note growing systems, chairs about to leave and services without enough hands.
- Go to one regional meeting or dinner talk and see who turns up.E'||X'000000'||'phases of training: April of PGY-2 to September of PGY-3, short track'||X'ffffffffad510000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053312d32380500000053322d32350500000053322d3530020000000000000000000000640000000100000098000000000000006400000001000000f0010000020a000000'||'phase-soft'||X'ffffffff020000000100000001000000000000001e000000'||'First contacts and site visits'||X'0c010000'||'Introduce yourself to the places on your list and go to see some of them.
- Write to people you have met before writing to strangers.
- Ask what they look for in a colleague; leave out whether they are hiring.
- Visit at least one place of each kind that you consider.>'||X'000000'||'phases of training: 12 to 9 months before the end, short track'||X'ffffffff07520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353002000000000000000000000064000000010000003e000000000000006400000001000000060200000210000000'||'phase-visibility'||X'ffffffff0200000001000000010000000000000023000000'||'Be visible to the people who decide'||X'1f010000'||'Groups make up their minds about whom they want one to two years ahead, long before the interview.
- Go to division meetings and ask about how the service runs.
- Volunteer once for a piece of work on schedules or quality.
- Let two or three attendings with real influence see your work.6'||X'000000'||'visibility: 24 to 12 months before the end of training'||X'ffffffff9a500000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d313402000000010000000000000064000000010000004f010000000000006400000001000000ac0000000206000000'||'poster'||X'ffffffff010000000300000001000000000000000f000000'||'Send the poster'||X'ffffffff12000000'||'your own milestone'||X'ffffffffad52000000000000ad52000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000ffffffffffffffff7700000001000000ffffffffffffffff6400000001000000000000000000000064000000030000001e020000020c000000'||'practice-dea'||X'ffffffff030000000300000002000000000000002f000000'||'Apply for the DEA registration: latest safe day'||X'f8000000'||'Takes 30 days as a rule and 60 at worst; begun by this day, the worst case still ends by 2028-08-01. If all goes as expected, 2028-07-02 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffff59530000000000005953000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff6400000002000000000000000000000064000000030000004d0200000210000000'||'practice-licence'||X'ffffffff030000000300000002000000000000002c000000'||'Apply for the state licence: latest safe day&'||X'010000'||'Nothing after it can end before it is issued.
Takes 60 days as a rule and 90 at worst; begun by this day, the worst case still ends by 2028-08-01. If all goes as expected, 2028-03-04 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffffc352000000000000c352000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000012020000020e000000'||'practice-payer'||X'ffffffff0300000003000000020000000000000020000000'||'Payer enrolment: latest safe day'||X'f9000000'||'Takes 90 days as a rule and 120 at worst; begun by this day, the worst case still ends by 2028-08-01. If all goes as expected, 2028-05-03 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffff1d530000000000001d53000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff640000000200000000000000000000006400000003000000260200000214000000'||'practice-privileging'||X'ffffffff030000000300000002000000000000002e000000'||'Credentialing and privileging: latest safe day'||X'f9000000'||'Takes 90 days as a rule and 120 at worst; begun by this day, the worst case still ends by 2028-08-01. If all goes as expected, 2028-05-03 is early enough.
Mark it done on the day it is begun.
Confirm with the board and with the credentialing office.f'||X'000000'||'boards'' and credentialing services'' published times, 2024 to 2026; pattern, last checked on 2026-11-22'||X'ffffffff1d530000000000001d53000000000000ffffffffffffffffffffffffffffffffffffffff0000000003000000e2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000005010000020c000000'||'prove-day-90'||X'ffffffff0100000001000000010000000000000014000000'||'Review after 90 daysP'||X'000000'||'Is the job the one that was described? Raise what differs now, while it is easy.'||X'17000000'||'first two years: day 90'||X'ffffffffef53000000000000ef53000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff64000000010000000000000000000000640000000100000010010000020e000000'||'prove-month-12'||X'ffffffff0100000001000000010000000000000016000000'||'Review after 12 monthsU'||X'000000'||'A year of numbers: take them to your lead. Ask what the second year should look like.'||X'19000000'||'first two years: month 12'||X'ffffffff02550000000000000255000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff6400000001000000000000000000000064000000010000000a010000020e000000'||'prove-month-18'||X'ffffffff0100000001000000010000000000000016000000'||'Review after 18 monthsO'||X'000000'||'Look at the terms that end with the guarantee, and at notice and renewal dates.'||X'19000000'||'first two years: month 18'||X'ffffffffba55000000000000ba55000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff640000000100000000000000000000006400000001000000fc000000020e000000'||'prove-month-24'||X'ffffffff0100000001000000010000000000000016000000'||'Review after 24 monthsA'||X'000000'||'Stay, change terms or move: decide with your own numbers at hand.'||X'19000000'||'first two years: month 24'||X'ffffffff6f560000000000006f56000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff64000000010000000000000000000000640000000100000009010000020d000000'||'prove-month-6'||X'ffffffff0100000001000000010000000000000015000000'||'Review after 6 monthsQ'||X'000000'||'Compare your volume with the ramp you agreed on, and call with what was promised.'||X'18000000'||'first two years: month 6'||X'ffffffff4d540000000000004d54000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d373202000000f2ffffffffffffff640000000100000000000000000000006400000001000000be020000020d000000'||'refresh-packs'||X'0400000032303238040000000100000001000000000000001a000000'||'Refresh the packs of dates'||X'ee010000'||'What these say goes on as a pattern of earlier years. Look for a newer pgyd, or check and date them yourself:
- boards: pattern, last checked on 2026-11-22
- contract: pattern, last checked on 2026-11-22
- immigration: pattern, last checked on 2026-11-22
- licence: pattern, last checked on 2026-11-22
- loans: pattern, last checked on 2026-11-22
- matches: pattern, last checked on 2026-11-22
- noncompete: pattern, last checked on 2026-11-22
- specialties: pattern, last checked on 2026-11-22@'||X'000000'||'valid_until of packs, of single milestones in them, and of lists'||X'ffffffff58530000000000005853000000000000ffffffffffffffffffffffffffffffffffffffff0000000001000000000000000000000064000000010000008f0000000207000000'||'signing'||X'ffffffff0100000003000000010000000000000011000000'||'Sign the contract'||X'ffffffff12000000'||'your own milestone'||X'ffffffffbe52000000000000be52000000000000ffffffffffffffffffffffffffffffffffffffff000000000100000000000000000000006400000003000000a2010000020c000000'||'step3-latest'||X'ffffffff030000000100000002000000000000002f000000'||'USMLE Step 3: the last reasonable day to sit it'||X'80000000'||'Results take three to four weeks. Mark it done once it is passed.
Confirm the dates and whether you are eligible with the board.R'||X'000000'||'one programme''s policy: by January 1 of PGY-2; pattern, last checked on 2026-11-22'||X'ffffffff53510000000000005351000000000000ffffffffffffffffffffffffffffffffffffffff0000000004000000faffffffffffffff6d00000001000000fdffffffffffffff6d00000001000000e2ffffffffffffff640000000100000000000000000000006400000001000000a3010000020b000000'||'step3-score'||X'ffffffff0100000002000000020000000000000029000000'||'USMLE Step 3: the score should be in hand'||X'a4000000'||'Some programmes do not renew the contract for PGY-3 without it. It must have been sat 28 days before.
Confirm the dates and whether you are eligible with the board.V'||X'000000'||'one programme''s policy: score by March 1 of PGY-2; pattern, last checked on 2026-11-22'||X'ffffffff8e510000000000008e51000000000000ffffffffffffffffffffffffffffffffffffffff0000000002000000f2ffffffffffffff64000000010000000000000000000000640000000200000044010000020e000000'||'tier-review-12'||X'ffffffff010000000100000001000000000000002b000000'||'How would an employer rank you? Second look\'||X'000000'||'Known quantity, safe bet or filler: go through [tier] again. Who would call for you unasked?1'||X'000000'||'rank review: 12 months before the end of training'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff64000000010000000000000000000000640000000100000073010000020e000000'||'tier-review-18'||X'ffffffff010000000100000001000000000000002a000000'||'How would an employer rank you? First look'||X'8c000000'||'Known quantity, safe bet or filler: the rank is settled before a contract arrives. Go through [tier] honestly and pick one thing to improve.1'||X'000000'||'rank review: 18 months before the end of training'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff64000000010000000000000000000000640000000100000045010000020d000000'||'tier-review-9'||X'ffffffff0100000001000000010000000000000029000000'||'How would an employer rank you? Last looka'||X'000000'||'Known quantity, safe bet or filler: a last look at [tier] while a phone call can still change it.0')||(X'000000'||'rank review: 9 months before the end of training'||X'ffffffff63520000000000006352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d303802000000f2ffffffffffffff64000000010000000000000000000000640000000100000005010000020c000000'||'training-end'||X'ffffffff0100000001000000010000000000000014000000'||'Last day of trainingL'||X'000000'||'Certificates, case logs and contacts: take copies before the accounts close.'||X'1b000000'||'[training] and [fellowship]'||X'ffffffff75530000000000007553000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353002000000f2ffffffffffffff640000000100000000000000000000006400000001000000') AS BLOB),1828537200);
INSERT INTO "batches" VALUES('me','networking','0.2',-3429165137843018482,CAST((X'03010000020b000000'||'ask-seniors'||X'0400000032303237020000000100000001000000000000001a000000'||'Ask the graduating seniors;'||X'000000'||'Where do they go, on which terms, and who else wanted them?!'||X'000000'||'graduating seniors, April to June'||X'ffffffffad510000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d323502000000000000000000000064000000010000003c0000000000000064000000010000003a0100000210000000'||'center-attending'||X'ffffffff0600000001000000010000000000000034000000'||'Nobody among the busy attendings knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d313101000000000000000000000064000000010000003a0100000210000000'||'center-referring'||X'ffffffff0600000001000000010000000000000034000000'||'Nobody in the referring services knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d31340100000000000000000000006400000001000000450100000211000000'||'center-scheduling'||X'ffffffff060000000100000001000000000000003e000000'||'Nobody among schedulers and administrators knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3133010000000000000000000000640000000100000046010000020c000000'||'center-staff'||X'ffffffff0600000001000000010000000000000044000000'||'Nobody among the clinic and operating-room staff knows of you latelyY'||X'000000'||'Add one person as [contact:id] with this center: they are asked about you when you apply./'||X'000000'||'each of the four centres touched within 90 days'||X'ffffffff52510000000000005251000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3132010000000000000000000000640000000100000078010000020d000000'||'classes-ahead'||X'ffffffff0600000001000000010000000000000038000000'||'Nobody two or three classes ahead of you is on your list'||X'80000000'||'They have just been where you will be: who kept their word, who was burned, which recruiters help. Add one with class_ahead = 2.5'||X'000000'||'one contact two or three classes ahead, every 90 days'||X'ffffffff9b500000000000009b50000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3338020000000000000000000000640000000100000002000000000000006d0000000100000036020000020f000000'||'contact-alvarez'||X'0200000032370400000001000000010000000000000019000000'||'Get in touch: Dr. Alvarezw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0f000000'||'contact alvarez'||X'b452000000000000b452000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000036020000020f000000'||'contact-alvarez'||X'0200000032380400000001000000010000000000000019000000'||'Get in touch: Dr. Alvarezw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0f000000'||'contact alvarez'||X'c852000000000000c852000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d323901000000000000000000000064000000010000002d020000020c000000'||'contact-chen'||X'0200000031340400000001000000010000000000000016000000'||'Get in touch: Dr. Chenw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0c000000'||'contact chen'||X'a952000000000000a952000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d323901000000000000000000000064000000010000002d020000020c000000'||'contact-chen'||X'0200000031350400000001000000010000000000000016000000'||'Get in touch: Dr. Chenw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0c000000'||'contact chen'||X'c752000000000000c752000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d323901000000000000000000000064000000010000002a020000020b000000'||'contact-lee'||X'0200000031340400000001000000010000000000000015000000'||'Get in touch: Dr. Leew'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0b000000'||'contact lee'||X'cb52000000000000cb52000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d323901000000000000000000000064000000010000002a020000020b000000'||'contact-lee'||X'0200000031350400000001000000010000000000000015000000'||'Get in touch: Dr. Leew'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0b000000'||'contact lee'||X'fd52000000000000fd52000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000033020000020e000000'||'contact-okafor'||X'0200000031340400000001000000010000000000000018000000'||'Get in touch: Dr. Okaforw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0e000000'||'contact okafor'||X'ba52000000000000ba52000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000033020000020e000000'||'contact-okafor'||X'0200000031350400000001000000010000000000000018000000'||'Get in touch: Dr. Okaforw'||X'010000'||'- Which markets and kinds of practice would you look at in my place, and which would you leave alone?
- Which groups around here would you not send a friend to?
- Whose partnership track and productivity formula hold up after the second year?
- Which hospitals are growing, and which are losing money?
- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no'||X'0f000000'||'contact cadence'||X'0e000000'||'contact okafor'||X'e252000000000000e252000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d32350500000053312d3239010000000000000000000000640000000100000068010000020e000000'||'contracts-read'||X'ffffffff0100000001000000010000000000000019000000'||'Read three real contracts'||X'8b000000'||'From different kinds of employer, with names taken out. Look for covenant, termination, tail, how pay is counted. pgyctl log intel contract('||X'000000'||'three contracts by a year before the end'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d333903000000c4ffffffffffffff6400000001000000f2ffffffffffffff64000000010000000000000000000000640000000100000038010000020b000000'||'dinner-talk'||X'07000000'||'2027-q2'||X'0400000001000000010000000000000032000000'||'Go to one dinner talk or open evening this quarterb'||X'000000'||'See which groups turn up and who speaks for them. Write it down: pgyctl log intel meeting note=...$'||X'000000'||'once a quarter while you look around'||X'ffffffffad51000000000000ad51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3330010000000000000000000000640000000100000038010000020b000000'||'dinner-talk'||X'07000000'||'2027-q3'||X'0400000001000000010000000000000032000000'||'Go to one dinner talk or open evening this quarterb'||X'000000'||'See which groups turn up and who speaks for them. Write it down: pgyctl log intel meeting note=...$'||X'000000'||'once a quarter while you look around'||X'ffffffff08520000000000000852000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d333001000000000000000000000064000000010000002c010000020f000000'||'habit-attending'||X'07000000'||'2028-01'||X'050000000100000001000000000000002d000000'||'This month: ask an attending about their pathY'||X'000000'||'One attending, one honest conversation: how they chose, and what they would not do again.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit attending'||X'c052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35320100000018000000000000006400000002000000f2000000020c000000'||'habit-coffee'||X'07000000'||'2027-12'||X'0500000001000000010000000000000039000000'||'This month: coffee with a representative or administrator'||X'19000000'||'Ask who is always hiring.'||X'13000000'||'five monthly habits'||X'0c000000'||'habit coffee'||X'a152000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d35350100000018000000000000006400000002000000f2000000020c000000'||'habit-coffee'||X'07000000'||'2028-01'||X'0500000001000000010000000000000039000000'||'This month: coffee with a representative or administrator'||X'19000000'||'Ask who is always hiring.'||X'13000000'||'five monthly habits'||X'0c000000'||'habit coffee'||X'c052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3535010000001800000000000000640000000200000008010000020a000000'||'habit-grad'||X'07000000'||'2027-12'||X'0500000001000000010000000000000039000000'||'This month: talk numbers with a fellow or recent graduate3'||X'000000'||'A real talk on what was offered and on which terms.')||(X'13000000'||'five monthly habits
'||X'000000'||'habit grad'||X'a152000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3533010000001800000000000000640000000200000008010000020a000000'||'habit-grad'||X'07000000'||'2028-01'||X'0500000001000000010000000000000039000000'||'This month: talk numbers with a fellow or recent graduate3'||X'000000'||'A real talk on what was offered and on which terms.'||X'13000000'||'five monthly habits
'||X'000000'||'habit grad'||X'c052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3533010000001800000000000000640000000200000008010000020f000000'||'habit-hard-case'||X'07000000'||'2027-12'||X'0500000001000000010000000000000022000000'||'This month: say yes to a hard case@'||X'000000'||'A case or a call that is a little painful and worth having done.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit hard_case'||X'a152000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d3534010000001800000000000000640000000200000008010000020f000000'||'habit-hard-case'||X'07000000'||'2028-01'||X'0500000001000000010000000000000022000000'||'This month: say yes to a hard case@'||X'000000'||'A case or a call that is a little painful and worth having done.'||X'13000000'||'five monthly habits'||X'0f000000'||'habit hard_case'||X'c052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353401000000180000000000000064000000020000001c010000020b000000'||'habit-niche'||X'07000000'||'2027-12'||X'050000000100000001000000000000002e000000'||'This month: five minutes on what you stand forG'||X'000000'||'Which niche are you signalling? What would your programme director say?'||X'13000000'||'five monthly habits'||X'0b000000'||'habit niche'||X'a152000000000000bf52000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d35360500000053322d313001000000180000000000000064000000020000001c010000020b000000'||'habit-niche'||X'07000000'||'2028-01'||X'050000000100000001000000000000002e000000'||'This month: five minutes on what you stand forG'||X'000000'||'Which niche are you signalling? What would your programme director say?'||X'13000000'||'five monthly habits'||X'0b000000'||'habit niche'||X'c052000000000000de52000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053322d35360500000053322d313001000000180000000000000064000000020000003f010000020d000000'||'habits-missed'||X'07000000'||'2027-11'||X'0600000001000000010000000000000020000000'||'Monthly habits missed in 2027-11x'||X'000000'||'Not kept: Fellow or graduate, Hard case, Niche check. Something forgotten to write down: pgyctl log habit NAME --on DATE'||X'13000000'||'five monthly habits'||X'ffffffffa152000000000000a152000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053322d35330500000053322d35340500000053322d3536010000000000000000000000640000000100000078010000020b000000'||'influential'||X'ffffffff0600000001000000010000000000000038000000'||'Fewer than two people with real influence know your worki'||X'000000'||'Whose names come up when others decide? Get to know two or three of them, and mark them influence = high.N'||X'000000'||'two or three influential attendings, from two years before the end of training'||X'ffffffff9b500000000000009b50000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3538020000000000000000000000640000000100000002000000000000006d000000010000006d0100000209000000'||'intel-map'||X'ffffffff010000000100000001000000000000004e000000'||'Know three places: who grows, who leaves, who quarrels, who is short of peoplei'||X'000000'||'pgyctl log intel PLACE growing=yes chair_leaving=no turmoil=no understaffed=yes, for three [prospect:id]./'||X'000000'||'a map of three places by the middle of training'||X'ffffffff53510000000000005351000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d333102000000e2ffffffffffffff640000000100000000000000000000006400000001000000800100000209000000'||'late-path'||X'ffffffff060000000200000001000000000000002c000000'||'Job search: beginning after this day is late'||X'8a000000'||'Places are filled by people somebody already knew. Take the warm ways first: those you met, those who will call.
pgyctl log intel activity5'||X'000000'||'first activity by 9 months before the end of training'||X'0e000000'||'intel activitydR'||X'0000000000006452000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d323702000000e2ffffffffffffff64000000010000000000000000000000640000000200000074010000020c000000'||'no-prospects'||X'ffffffff060000000200000001000000000000003a000000'||'The last winter of training, and no open place on the list{'||X'000000'||'Forty letters to strangers are the costly way. Add three places where somebody knows you as [prospect:id], and begin there.5'||X'000000'||'November of the last academic year without a prospect'||X'ffffffff83520000000000008352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d353102000000c4ffffffffffffff640000000100000000000000000000006400000002000000ab0100000209000000'||'processes'||X'ffffffff060000000200000001000000000000002f000000'||'Fewer than two places in talks at the same time'||X'b4000000'||'Two or three serious processes side by side are the least that lets you compare and say no. Move a place on to a visit, or write down what happened: pgyctl log prospect ID activityA'||X'000000'||'two to three processes in parallel, each with news within 45 days'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3434020000000000000000000000640000000100000001000000000000006d0000000100000065010000020a000000'||'references'||X'ffffffff0100000002000000010000000000000027000000'||'Three references, one of whom will callf'||X'000000'||'Ask them in person, and whether they pick up the phone. Mark them reference = yes and will_call = yes.7'||X'000000'||'references settled 12 months before the end of training'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053312d31300500000053312d303903000000a6ffffffffffffff6400000001000000e2ffffffffffffff6400000001000000000000000000000064000000020000000f0100000206000000'||'scarce'||X'04000000323032370400000001000000010000000000000020000000'||'Where is what you can do scarce?\'||X'000000'||'Name two or three markets and keep them: [intel] scarce_where, and a [prospect:id] for each.'||X'1b000000'||'asked early, and every year'||X'ffffffff27520000000000002752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d32300100000000000000000000006400000001000000290100000207000000'||'stretch'||X'ffffffff0600000001000000010000000000000026000000'||'No place on the list that is a stretche'||X'000000'||'Add one or two that seem out of reach, with stretch = yes: what they answer tells what you are worth.'||X'19000000'||'one or two stretch places'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3435020000000000000000000000640000000100000001000000000000006d00000001000000a7010000020e000000'||'training-shown'||X'ffffffff010000000100000001000000000000001e000000'||'Put your training into numbers'||X'b9000000'||'Not written down in [training] yet: volumes, call, breadth, autonomy. Numbers, nights you answered for alone, what you have seen of everything: they say more than the name of the place.T'||X'000000'||'training shown by volumes, call, breadth and autonomy, from 18 months before the end'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3532010000000000000000000000640000000100000021010000020c000000'||'visible-call'||X'ffffffff0100000001000000010000000000000030000000'||'Be seen: would the chief call about you unasked?8'||X'000000'||'Ask your chief, plainly. If not, ask what it would take.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3131010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2026-12'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff51510000000000005151000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-01'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff70510000000000007051000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-02'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff8d510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-03'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffab51000000000000ab51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-04')||(X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffca51000000000000ca51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3134010000000000000000000000640000000100000036010000020d000000'||'visible-check'||X'07000000'||'2027-05'||X'040000000100000001000000000000003a000000'||'Which of those who decide saw your work in the last month?;'||X'000000'||'A minute is enough. Nobody twice running: change something.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffe851000000000000e851000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d31340100000000000000000000006400000001000000250100000210000000'||'visible-meetings'||X'ffffffff0100000001000000010000000000000026000000'||'Be seen: go to the division''s meetingsB'||X'000000'||'Go twice, sit where you are seen, ask one question about the work.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffffd750000000000000d750000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d3131010000000000000000000000640000000100000037010000020f000000'||'visible-metrics'||X'ffffffff0100000001000000010000000000000028000000'||'Be seen: ask how the service is measuredS'||X'000000'||'Throughput, length of stay, quality figures: ask whoever owns them what moves them.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff33510000000000003351000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d313101000000000000000000000064000000010000002a0100000211000000'||'visible-volunteer'||X'ffffffff0100000001000000010000000000000023000000'||'Be seen: take a piece of a redesignI'||X'000000'||'Scheduling, admissions, a clinic template: volunteer once, and finish it.?'||X'000000'||'be visible to those who decide, one to two years before the end'||X'ffffffff8d510000000000008d51000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d31310100000000000000000000006400000001000000') AS BLOB),1828537200);
INSERT INTO "batches" VALUES('me','offers','0.1',-3429165137843018482,CAST((X'7f0100000208000000'||'attorney'||X'ffffffff0600000002000000010000000000000025000000'||'Nobody is named to read your contract'||X'9a000000'||'A physician-contract lawyer, if possible of the state and the specialty of the job, known before the first contract comes.
pgyctl set review attorney NAMEJ'||X'000000'||'twelve months before the end of training, and [review] attorney is not set'||X'ffffffff07520000000000000752000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053322d343001000000000000000000000064000000020000005b010000020b000000'||'common-date'||X'ffffffff010000000100000002000000000000001f000000'||'One date for all offers: decidey'||X'000000'||'The latest day asked for, never beyond a committee''s day or your own deadline. Ask each of them for this one, truthfully.1'||X'000000'||'min(own deadline, committee, max(days asked for))'||X'ffffffffb952000000000000b952000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d31390500000053302d313802000000fdffffffffffffff640000000100000000000000000000006400000002000000580100000204000000666c6578ffffffff0600000002000000010000000000000028000000'||'Nothing to give: name where you can bend'||X'92000000'||'Whoever asks should have something to offer: a place, nights, a skill or a procedure that makes you harder to replace.
pgyctl set goal flex nights,'||X'000000'||'an offer is open, and [goal] flex is not set'||X'ffffffffa352000000000000a352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d32320100000000000000000000006400000002000000400100000212000000'||'lakeside-answer-by'||X'ffffffff030000000300000001000000000000001c000000'||'Lakeside: answer by this dayR'||X'000000'||'Such dates can usually be moved: ask for more time well before, and tell them why.'||X'09000000'||'answer_by'||X'ffffffffae52000000000000ae52000000000000fc03000000000000ffffffffffffffff10000000'||'America/New_York'||X'020000000500000053302d30320500000053302d313604000000f9ffffffffffffff6400000001000000fdffffffffffffff6400000002000000ffffffffffffffff640000000300000000000000000000006400000003000000cd0100000212000000'||'lakeside-extension'||X'ffffffff020000000100000002000000000000002c000000'||'Lakeside: the time to read the contract ends'||X'd8000000'||'Ten to fourteen days to read the contract with counsel and family. Counted from your request; once the full contract arrives, from that day.
When they agree to a date: pgyctl log offer lakeside extended by=YYYY-MM-DD7'||X'000000'||'request + 10 to 14 days, never beyond your own deadline'||X'ffffffffb552000000000000b952000000000000ffffffffffffffffffffffffffffffffffffffff030000000500000053302d32300500000053302d31380500000053302d31390100000000000000000000006400000001000000f70000000218000000'||'lakeside-extension-reply'||X'ffffffff0400000002000000010000000000000028000000'||'Lakeside: a reply to your request is due0'||X'000000'||'No reply yet? Call, and note the date they name.'||X'19000000'||'request + 2 business days'||X'ffffffffae52000000000000ae52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d32300100000000000000000000006400000002000000650100000210000000'||'lakeside-only-hr'||X'ffffffff0600000002000000010000000000000024000000'||'Lakeside: you are only talking to HR'||X'9c000000'||'Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.
pgyctl set offer:lakeside physician_lead NAME'''||X'000000'||'an offer, and physician_lead is not set'||X'ffffffffa352000000000000a352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d35330100000000000000000000006400000002000000ac000000020e000000'||'lakeside-state'||X'08000000'||'received'||X'0200000001000000010000000600000012000000'||'Lakeside: received'||X'0e000000'||'No ask so far.'||X'18000000'||'the journal of the offer'||X'ffffffffa352000000000000a352000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d363600000000a70100000212000000'||'lakeside-untouched'||X'ffffffff0600000003000000010000000000000025000000'||'Lakeside: three weeks without a touch'||X'85000000'||'Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.
pgyctl log offer lakeside touched>'||X'000000'||'never let a contract sit for three weeks: last touch + 21 days'||X'16000000'||'offer lakeside touched'||X'c052000000000000c052000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d32320500000053332d323103000000f2ffffffffffffff6400000001000000f9ffffffffffffff64000000020000000000000000000000640000000300000032010000020f000000'||'mercy-answer-by'||X'ffffffff0300000003000000010000000000000021000000'||'Mercy General: answer by this dayR'||X'000000'||'Such dates can usually be moved: ask for more time well before, and tell them why.'||X'09000000'||'answer_by'||X'ffffffffb252000000000000b252000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d30320500000053302d313604000000f9ffffffffffffff6400000001000000fdffffffffffffff6400000002000000ffffffffffffffff64000000030000000000000000000000640000000300000059010000020c000000'||'mercy-closed'||X'ffffffff060000000200000001000000000000002d000000'||'Mercy General: the answer is due on a weekendm'||X'000000'||'Their office may be closed on the last day. Answer on this business day, or agree on the next one in writing.,'||X'000000'||'the last business day before the answer date'||X'ffffffffb152000000000000b152000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d30310500000053302d303202000000ffffffffffffffff64000000010000000000000000000000640000000200000064010000020d000000'||'mercy-only-hr'||X'ffffffff0600000002000000010000000000000029000000'||'Mercy General: you are only talking to HR'||X'99000000'||'Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.
pgyctl set offer:mercy physician_lead NAME'''||X'000000'||'an offer, and physician_lead is not set'||X'ffffffffa652000000000000a652000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053312d353301000000000000000000000064000000020000005a0100000216000000'||'mercy-request-contract'||X'ffffffff0400000002000000010000000000000028000000'||'Mercy General: ask for the full contractm'||X'000000'||'There is only a letter so far. What binds you is in the contract: non-compete, termination, call, thresholds.#'||X'000000'||'a letter alone for more than 3 days'||X'1e000000'||'offer mercy contract-requested'||X'aa52000000000000aa52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d32330100000000000000000000006400000002000000ae000000020b000000'||'mercy-state'||X'08000000'||'received'||X'0200000001000000010000000600000017000000'||'Mercy General: received'||X'0e000000'||'No ask so far.'||X'18000000'||'the journal of the offer'||X'ffffffffa652000000000000a652000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d363600000000a3010000020f000000'||'mercy-untouched'||X'ffffffff060000000300000001000000000000002a000000'||'Mercy General: three weeks without a touch'||X'82000000'||'Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.
pgyctl log offer mercy touched>'||X'000000'||'never let a contract sit for three weeks: last touch + 21 days'||X'13000000'||'offer mercy touched'||X'bb52000000000000bb52000000000000ffffffffffffffffffffffffffffffffffffffff020000000500000053302d32320500000053332d323103000000f2ffffffffffffff6400000001000000f9ffffffffffffff640000000200000000000000000000006400000003000000580100000216000000'||'overlap-lakeside-mercy'||X'ffffffff0200000001000000010000000000000030000000'||'Both can be answered: Lakeside and Mercy Generals'||X'000000'||'Days on which both clocks run: 9. Days between the two answer dates: 4.
Compare, ask and choose within this window.1'||X'000000'||'the days from received to the answer date of both'||X'ffffffffa652000000000000ae52000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d313701000000000000000000000064000000010000001d03000002050000007265616479ffffffff060000000200000001000000000000002a000000'||'Not ready to negotiate: questions are open'||X'0d020000'||'Which one you would sign today, and why: set [decide] sign_today; set [decide] why.
What must improve before a yes, three to five things of each: set [offer:lakeside] must_improve; set [offer:mercy] must_improve.
Where you would really walk away: set a limit in [walkaway], such as base_min, noncompete_miles_max, tail or other.
Your next best alternative: set [decide] batna to an offer, to words, or to none.
What is not negotiable: name one thing at least: [walkaway] other, or [offer:ID] must_improve.
pgyctl report ready='||X'000000'||'an offer is open, and a question of readiness is not answered'||X'ffffffffa652000000000000a652000000000000ffffffffffffffffffffffffffffffffffffffff070000000500000053302d30330500000053302d30350500000053302d30360500000053302d30370500000053302d30380500000053332d30330500000053332d3139010000000000000000000000640000000200000057010000020c000000'||'total-budget'||X'ffffffff0300000002000000010000000000000029000000'||'Four weeks since the second offer: choosef'||X'000000'||'Get what is missing, clarify, negotiate once or twice, choose. It is a matter of weeks, not of months.>'||X'000000'||'second written offer + 28 days, never beyond your own deadline'||X'ffffffffc252000000000000c252000000000000ffffffffffffffffffffffffffffffffffffffff010000000500000053302d363702000000f9ffffffffffffff640000000200000000000000000000006400000003000000') AS BLOB),1828537200);
CREATE TABLE due( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL, severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, discreet TEXT NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
INSERT INTO "due" VALUES('me','milestones/bls','2027-12-19','-1w',1828616400,1828702800,1,1,'milestones','Renew BLS','','a milestone is due Sun Dec 19, 2027');
INSERT INTO "due" VALUES('me','milestones/bls','2027-12-19','-3d',1828962000,1829048400,1,1,'milestones','Renew BLS','','a milestone is due Sun Dec 19, 2027');
INSERT INTO "due" VALUES('me','milestones/job-secured','2027-12-31','-14d',1829048400,1829134800,1,1,'milestones','Position secured by now, outside primary care','','a milestone is due Fri Dec 31, 2027');
INSERT INTO "due" VALUES('me','milestones/poster','2027-12-13','-1d',1828616400,1828702800,1,1,'milestones','Send the poster','','a milestone is due Mon Dec 13, 2027');
INSERT INTO "due" VALUES('me','milestones/poster','2027-12-13','0d',1828702800,1828789200,3,1,'milestones','Send the poster','','a milestone is due Mon Dec 13, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-answer-by','2027-12-14T17:00 America/New_York','-1d',1828735200,1828821600,3,3,'offers','Lakeside: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Tue Dec 14, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-answer-by','2027-12-14T17:00 America/New_York','-3d',1828562400,1828821600,2,3,'offers','Lakeside: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Tue Dec 14, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-answer-by','2027-12-14T17:00 America/New_York','0d',1828821600,1828822500,3,3,'offers','Lakeside: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Tue Dec 14, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-extension-reply','2027-12-14','0d',1828789200,1828875600,2,4,'offers','Lakeside: a reply to your request is due','No reply yet? Call, and note the date they name.','an offer reminder is due Tue Dec 14, 2027');
INSERT INTO "due" VALUES('me','offers/lakeside-untouched','2028-01-01','-14d',1829134800,1829221200,1,6,'offers','Lakeside: three weeks without a touch','Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.
pgyctl log offer lakeside touched','an offer needs attention from Sat Jan 1, 2028');
INSERT INTO "due" VALUES('me','offers/mercy-answer-by','2027-12-18','-1d',1829048400,1829192399,3,3,'offers','Mercy General: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Sat Dec 18, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-answer-by','2027-12-18','-3d',1828875600,1829192399,2,3,'offers','Mercy General: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Sat Dec 18, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-answer-by','2027-12-18','0d',1829134800,1829192399,3,3,'offers','Mercy General: answer by this day','Such dates can usually be moved: ask for more time well before, and tell them why.','an offer answer is due Sat Dec 18, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-closed','2027-12-17','-1d',1828962000,1829048400,1,6,'offers','Mercy General: the answer is due on a weekend','Their office may be closed on the last day. Answer on this business day, or agree on the next one in writing.','an offer needs attention from Fri Dec 17, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-closed','2027-12-17','0d',1829048400,1829134800,2,6,'offers','Mercy General: the answer is due on a weekend','Their office may be closed on the last day. Answer on this business day, or agree on the next one in writing.','an offer needs attention from Fri Dec 17, 2027');
INSERT INTO "due" VALUES('me','offers/mercy-untouched','2027-12-27','-14d',1828702800,1828789200,1,6,'offers','Mercy General: three weeks without a touch','Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.
pgyctl log offer mercy touched','an offer needs attention from Mon Dec 27, 2027');
CREATE TABLE endpoints( profile TEXT NOT NULL, endpoint TEXT NOT NULL, failures INTEGER NOT NULL, paused_until INTEGER NOT NULL, reason TEXT, last_delivered INTEGER NOT NULL, PRIMARY KEY(profile, endpoint)) STRICT, WITHOUT ROWID;
INSERT INTO "endpoints" VALUES('me','log',0,0,NULL,1828531797);
CREATE TABLE fired( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
INSERT INTO "fired" VALUES('me','','2026-12-01','digest',1796137200);
INSERT INTO "fired" VALUES('me','milestones/abim-registration','2027-12-01','0d',1827667797);
INSERT INTO "fired" VALUES('me','milestones/attorney-contact','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','milestones/attorney-contact','2027-06-30','62d',1819715397);
INSERT INTO "fired" VALUES('me','milestones/attorney-groundwork','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/attorney-groundwork','2026-12-30','152d',1811766597);
INSERT INTO "fired" VALUES('me','milestones/attorney-shortlist','2027-06-30','-14d',1813148997);
INSERT INTO "fired" VALUES('me','milestones/attorney-shortlist','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','milestones/bls','2027-12-19','-2w',1828013397);
INSERT INTO "fired" VALUES('me','milestones/contract-figures','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','milestones/hireable-core','2027-06-30','-14d',1813148997);
INSERT INTO "fired" VALUES('me','milestones/hireable-core','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','milestones/ite','2027-10-14','0d',1823516997);
INSERT INTO "fired" VALUES('me','milestones/ite-im@pgy-3','2027-08-15','0d',1818332997);
INSERT INTO "fired" VALUES('me','milestones/job-cv','2027-04-30','0d',1809088197);
INSERT INTO "fired" VALUES('me','milestones/job-cv','2027-04-30','31d',1811766597);
INSERT INTO "fired" VALUES('me','milestones/job-look','2026-08-01','335d',1814531397);
INSERT INTO "fired" VALUES('me','milestones/job-network-hospital','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/job-network-hospital','2026-12-30','60d',1803821397);
INSERT INTO "fired" VALUES('me','milestones/job-search-hospital','2027-03-30','0d',1806409797);
INSERT INTO "fired" VALUES('me','milestones/job-search-hospital','2027-03-30','154d',1819715397);
INSERT INTO "fired" VALUES('me','milestones/job-sign-hospital','2027-09-30','0d',1822307397);
INSERT INTO "fired" VALUES('me','milestones/job-sign-hospital','2027-09-30','61d',1827581397);
INSERT INTO "fired" VALUES('me','milestones/job-winter','2027-11-01','0d',1825072197);
INSERT INTO "fired" VALUES('me','milestones/lane-decided','2027-01-01','-30d',1796218200);
INSERT INTO "fired" VALUES('me','milestones/lane-decided','2027-01-01','0d',1798810197);
INSERT INTO "fired" VALUES('me','milestones/lane-decided','2027-01-01','snooze 2027-01-11',1799674197);
INSERT INTO "fired" VALUES('me','milestones/learn-call@2027','2027-03-01','0d',1803907797);
INSERT INTO "fired" VALUES('me','milestones/learn-collections','2027-03-30','-14d',1805200197);
INSERT INTO "fired" VALUES('me','milestones/learn-collections','2027-03-30','0d',1806409797);
INSERT INTO "fired" VALUES('me','milestones/learn-hire@2027','2027-06-01','0d',1811852997);
INSERT INTO "fired" VALUES('me','milestones/learn-pay-models','2027-09-30','-14d',1821097797);
INSERT INTO "fired" VALUES('me','milestones/learn-pay-models','2027-09-30','0d',1822307397);
INSERT INTO "fired" VALUES('me','milestones/learn-payer-mix','2027-05-30','-14d',1810470597);
INSERT INTO "fired" VALUES('me','milestones/learn-payer-mix','2027-05-30','0d',1811680197);
INSERT INTO "fired" VALUES('me','milestones/learn-work-units','2027-01-30','-14d',1800106197);
INSERT INTO "fired" VALUES('me','milestones/learn-work-units','2027-01-30','0d',1801315797);
INSERT INTO "fired" VALUES('me','milestones/no-lane','2027-01-02','0d',1798896598);
INSERT INTO "fired" VALUES('me','milestones/no-lane','2027-01-02','30d',1801488597);
INSERT INTO "fired" VALUES('me','milestones/noncompete-state','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','milestones/offers-appear','2027-10-01','-14d',1821184197);
INSERT INTO "fired" VALUES('me','milestones/offers-appear','2027-10-01','0d',1822393797);
INSERT INTO "fired" VALUES('me','milestones/passive-notes','2027-03-01','-14d',1802698197);
INSERT INTO "fired" VALUES('me','milestones/passive-notes','2027-03-01','0d',1803907797);
INSERT INTO "fired" VALUES('me','milestones/phase-compare','2027-12-03','now',1828141200);
INSERT INTO "fired" VALUES('me','milestones/phase-hireable','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/phase-interviews','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','milestones/phase-interviews','2027-06-30','153d',1827581397);
INSERT INTO "fired" VALUES('me','milestones/phase-lane','2026-07-01','334d',1811766597);
INSERT INTO "fired" VALUES('me','milestones/phase-levers','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/phase-levers','2026-12-30','335d',1827581397);
INSERT INTO "fired" VALUES('me','milestones/phase-niche','2027-03-30','0d',1806409797);
INSERT INTO "fired" VALUES('me','milestones/phase-niche','2027-03-30','245d',1827581397);
INSERT INTO "fired" VALUES('me','milestones/phase-passive','2026-07-01','243d',1803907797);
INSERT INTO "fired" VALUES('me','milestones/phase-recon','2027-04-01','0d',1806582597);
INSERT INTO "fired" VALUES('me','milestones/phase-recon','2027-04-01','152d',1819715397);
INSERT INTO "fired" VALUES('me','milestones/phase-soft','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','milestones/phase-soft','2027-06-30','62d',1819715397);
INSERT INTO "fired" VALUES('me','milestones/phase-visibility','2026-06-30','335d',1811766597);
INSERT INTO "fired" VALUES('me','milestones/poster','2027-12-13','-1w',1828099797);
INSERT INTO "fired" VALUES('me','milestones/practice-licence','2028-01-04','-30d',1828013397);
INSERT INTO "fired" VALUES('me','milestones/step3-latest','2027-01-01','-30d',1796218200);
INSERT INTO "fired" VALUES('me','milestones/step3-latest','2027-01-01','0d',1798810197);
INSERT INTO "fired" VALUES('me','milestones/step3-score','2027-03-01','-14d',1802698197);
INSERT INTO "fired" VALUES('me','milestones/step3-score','2027-03-01','0d',1803907797);
INSERT INTO "fired" VALUES('me','milestones/tier-review-12','2027-06-30','-14d',1813148997);
INSERT INTO "fired" VALUES('me','milestones/tier-review-12','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','milestones/tier-review-18','2026-12-30','-14d',1797427797);
INSERT INTO "fired" VALUES('me','milestones/tier-review-18','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','milestones/tier-review-9','2027-09-30','-14d',1821097797);
INSERT INTO "fired" VALUES('me','milestones/tier-review-9','2027-09-30','0d',1822307397);
INSERT INTO "fired" VALUES('me','networking/ask-seniors@2027','2027-04-01','0d',1806582597);
INSERT INTO "fired" VALUES('me','networking/ask-seniors@2027','2027-04-01','60d',1811766597);
INSERT INTO "fired" VALUES('me','networking/center-attending','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-referring','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-scheduling','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/center-staff','2026-12-31','0d',1798723797);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@10','2027-04-12','0d',1807532997);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@12','2027-05-10','0d',1809952197);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@14','2027-06-07','0d',1812371397);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@16','2027-07-05','0d',1814790597);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@17','2027-08-02','0d',1817209797);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@19','2027-08-30','0d',1819628997);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@2','2026-12-12','0d',1797082197);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@21','2027-09-27','0d',1822048197);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@23','2027-10-25','0d',1824467397);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@25','2027-11-22','0d',1826890197);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@4','2027-01-18','0d',1800278997);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@6','2027-02-15','0d',1802698197);
INSERT INTO "fired" VALUES('me','networking/contact-alvarez@8','2027-03-15','0d',1805113797);
INSERT INTO "fired" VALUES('me','networking/contact-chen@1','2026-12-05','0d',1796477397);
INSERT INTO "fired" VALUES('me','networking/contact-chen@14','2027-12-09','0d',1828358997);
INSERT INTO "fired" VALUES('me','networking/contracts-read','2027-06-30','-14d',1813148997);
INSERT INTO "fired" VALUES('me','networking/contracts-read','2027-06-30','-60d',1809174597);
INSERT INTO "fired" VALUES('me','networking/contracts-read','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','networking/dinner-talk@2027-q2','2027-04-01','0d',1806582597);
INSERT INTO "fired" VALUES('me','networking/dinner-talk@2027-q3','2027-07-01','0d',1814444997);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-01','2027-01-01','24d',1800883797);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-02','2027-02-01','21d',1803302997);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-03','2027-03-01','24d',1805977797);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-04','2027-04-01','23d',1808569797);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-05','2027-05-01','24d',1811248197);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-06','2027-06-01','23d',1813840197);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-07','2027-07-01','24d',1816518597);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-08','2027-08-01','24d',1819196997);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-09','2027-09-01','23d',1821788997);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-10','2027-10-01','24d',1824467397);
INSERT INTO "fired" VALUES('me','networking/habit-grad@2027-11','2027-11-01','23d',1827062997);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-01','2027-01-01','24d',1800883797);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-02','2027-02-01','21d',1803302997);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-03','2027-03-01','24d',1805977797);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-04','2027-04-01','23d',1808569797);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-05','2027-05-01','24d',1811248197);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-06','2027-06-01','23d',1813840197);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-07','2027-07-01','24d',1816518597);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-08','2027-08-01','24d',1819196997);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-09','2027-09-01','23d',1821788997);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-10','2027-10-01','24d',1824467397);
INSERT INTO "fired" VALUES('me','networking/habit-hard-case@2027-11','2027-11-01','23d',1827062997);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2026-12','2026-12-01','24d',1798205397);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-01','2027-01-01','24d',1800883797);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-02','2027-02-01','21d',1803302997);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-03','2027-03-01','24d',1805977797);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-04','2027-04-01','23d',1808569797);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-05','2027-05-01','24d',1811248197);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-06','2027-06-01','23d',1813840197);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-07','2027-07-01','24d',1816518597);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-08','2027-08-01','24d',1819196997);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-09','2027-09-01','23d',1821788997);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-10','2027-10-01','24d',1824467397);
INSERT INTO "fired" VALUES('me','networking/habit-niche@2027-11','2027-11-01','23d',1827062997);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2026-12','2027-01-01','now',1798810197);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-01','2027-02-01','now',1801488597);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-02','2027-03-01','now',1803907797);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-03','2027-04-01','now',1806582597);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-04','2027-05-01','now',1809174597);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-05','2027-06-01','now',1811852997);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-06','2027-07-01','now',1814444997);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-07','2027-08-01','now',1817123397);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-08','2027-09-01','now',1819801797);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-09','2027-10-01','now',1822393797);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-10','2027-11-01','now',1825072197);
INSERT INTO "fired" VALUES('me','networking/habits-missed@2027-11','2027-12-01','now',1827667797);
INSERT INTO "fired" VALUES('me','networking/intel-map','2027-01-01','-30d',1796218200);
INSERT INTO "fired" VALUES('me','networking/intel-map','2027-01-01','0d',1798810197);
INSERT INTO "fired" VALUES('me','networking/late-path','2027-10-01','-30d',1819801797);
INSERT INTO "fired" VALUES('me','networking/late-path','2027-10-01','0d',1822393797);
INSERT INTO "fired" VALUES('me','networking/meetings-observed','2027-06-30','-14d',1813148997);
INSERT INTO "fired" VALUES('me','networking/meetings-observed','2027-06-30','-60d',1809174597);
INSERT INTO "fired" VALUES('me','networking/meetings-observed','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','networking/no-prospects','2027-11-01','-60d',1819888197);
INSERT INTO "fired" VALUES('me','networking/no-prospects','2027-11-01','0d',1825072197);
INSERT INTO "fired" VALUES('me','networking/processes','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/processes','2026-12-30','1mo',1801315797);
INSERT INTO "fired" VALUES('me','networking/references','2027-06-30','-30d',1811766597);
INSERT INTO "fired" VALUES('me','networking/references','2027-06-30','-90d',1806582597);
INSERT INTO "fired" VALUES('me','networking/references','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','networking/scarce@2027','2027-08-01','0d',1817123397);
INSERT INTO "fired" VALUES('me','networking/stretch','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/stretch','2026-12-30','1mo',1801315797);
INSERT INTO "fired" VALUES('me','networking/training-shown','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/visible-call','2027-05-30','0d',1811680197);
INSERT INTO "fired" VALUES('me','networking/visible-check@2026-12','2026-12-30','0d',1798637397);
INSERT INTO "fired" VALUES('me','networking/visible-check@2027-01','2027-01-30','0d',1801315797);
INSERT INTO "fired" VALUES('me','networking/visible-check@2027-02','2027-02-28','0d',1803821397);
INSERT INTO "fired" VALUES('me','networking/visible-check@2027-03','2027-03-30','0d',1806409797);
INSERT INTO "fired" VALUES('me','networking/visible-check@2027-04','2027-04-30','0d',1809088197);
INSERT INTO "fired" VALUES('me','networking/visible-check@2027-05','2027-05-30','0d',1811680197);
INSERT INTO "fired" VALUES('me','networking/visible-volunteer','2027-02-28','0d',1803821397);
INSERT INTO "fired" VALUES('me','offers/attorney','2027-06-30','0d',1814358597);
INSERT INTO "fired" VALUES('me','offers/few-offers','2027-09-30','0d',1822307397);
INSERT INTO "fired" VALUES('me','offers/flex','2027-12-03','now',1828141200);
INSERT INTO "fired" VALUES('me','offers/lakeside-answer-by','2027-12-14T17:00 America/New_York','-7d',1828272597);
INSERT INTO "fired" VALUES('me','offers/lakeside-only-hr','2027-12-03','now',1828141200);
INSERT INTO "fired" VALUES('me','offers/lakeside-request-contract','2027-12-07','0d',1828186200);
INSERT INTO "fired" VALUES('me','offers/lakeside-untouched','2027-12-24','-14d',1828445397);
INSERT INTO "fired" VALUES('me','offers/mercy-answer-by','2027-12-18','-7d',1828531797);
INSERT INTO "fired" VALUES('me','offers/mercy-only-hr','2027-12-06','now',1828141200);
INSERT INTO "fired" VALUES('me','offers/mercy-request-contract','2027-12-10','0d',1828445397);
INSERT INTO "fired" VALUES('me','offers/overlap-lakeside-mercy','2027-12-06','now',1828141200);
INSERT INTO "fired" VALUES('me','offers/ready','2027-12-06','now',1828141200);
CREATE TABLE gathered( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL, severity INTEGER NOT NULL, kind INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, discreet TEXT NOT NULL, leaves INTEGER NOT NULL, PRIMARY KEY(profile, item, target, step)) STRICT, WITHOUT ROWID;
CREATE TABLE journal( profile TEXT NOT NULL, number INTEGER NOT NULL, day INTEGER NOT NULL, logged INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, event TEXT NOT NULL, reverses INTEGER NOT NULL, reversed INTEGER NOT NULL, PRIMARY KEY(profile, number)) STRICT, WITHOUT ROWID;
INSERT INTO "journal" VALUES('me',1,20788,1796137200,'started','','',0,0);
INSERT INTO "journal" VALUES('me',2,20793,1796563800,'done','milestones/fellowship-question','',0,0);
INSERT INTO "journal" VALUES('me',3,20793,1796563800,'done','milestones/passive-listen','',0,0);
INSERT INTO "journal" VALUES('me',4,20795,1796736600,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',5,20797,1796909400,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',6,20798,1796995800,'done','milestones/learn-bumped@2026','',0,0);
INSERT INTO "journal" VALUES('me',7,20798,1796995800,'done','networking/visible-meetings','',0,0);
INSERT INTO "journal" VALUES('me',8,20802,1797341401,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',9,20803,1797427800,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',10,20803,1797427800,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',11,20806,1797687000,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',12,20808,1797859800,'done','networking/visible-metrics','',0,0);
INSERT INTO "journal" VALUES('me',13,20809,1797946200,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',14,20815,1798464600,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',15,20816,1798551000,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',16,20818,1798723800,'done','milestones/tier-review-18','',0,0);
INSERT INTO "journal" VALUES('me',17,20818,1798723800,'done','networking/visible-check@2026-12','',0,0);
INSERT INTO "journal" VALUES('me',18,20819,1798810200,'snooze','milestones/lane-decided','2027-01-11',0,0);
INSERT INTO "journal" VALUES('me',19,20823,1799155800,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',20,20823,1799155800,'done','networking/training-shown','',0,0);
INSERT INTO "journal" VALUES('me',21,20823,1799155800,'done','networking/intel-map','',0,0);
INSERT INTO "journal" VALUES('me',22,20824,1799242200,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',23,20828,1799587800,'done','milestones/step3-latest','',0,0);
INSERT INTO "journal" VALUES('me',24,20830,1799760600,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',25,20833,1800019800,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',26,20833,1800019800,'done','milestones/lane-decided','',0,0);
INSERT INTO "journal" VALUES('me',27,20837,1800365400,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',28,20838,1800451800,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',29,20842,1800797400,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',30,20844,1800970200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',31,20848,1801315800,'done','milestones/learn-work-units','',0,0);
INSERT INTO "journal" VALUES('me',32,20851,1801575000,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',33,20851,1801575001,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',34,20853,1801747800,'done','networking/visible-check@2027-01','',0,0);
INSERT INTO "journal" VALUES('me',35,20858,1802179801,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',36,20860,1802352600,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',37,20865,1802784601,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',38,20868,1803043800,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',39,20869,1803130200,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',40,20872,1803389400,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',41,20878,1803907801,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',42,20878,1803907801,'done','networking/visible-check@2027-02','',0,0);
INSERT INTO "journal" VALUES('me',43,20878,1803907801,'done','milestones/learn-call@2027','',0,0);
INSERT INTO "journal" VALUES('me',44,20879,1803994200,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',45,20883,1804339800,'done','networking/visible-volunteer','',0,0);
INSERT INTO "journal" VALUES('me',46,20883,1804339800,'done','milestones/step3-score','',0,0);
INSERT INTO "journal" VALUES('me',47,20886,1804599000,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',48,20887,1804685400,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',49,20888,1804771801,'done','milestones/passive-notes','',0,0);
INSERT INTO "journal" VALUES('me',50,20893,1805200201,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',51,20893,1805200201,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',52,20896,1805459400,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',53,20900,1805805000,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',54,20905,1806237000,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',55,20907,1806409800,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',56,20908,1806496200,'done','milestones/learn-collections','',0,0);
INSERT INTO "journal" VALUES('me',57,20913,1806928200,'done','networking/visible-check@2027-03','',0,0);
INSERT INTO "journal" VALUES('me',58,20914,1807014601,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',59,20914,1807014601,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',60,20918,1807360200,'done','networking/dinner-talk@2027-q2','',0,0);
INSERT INTO "journal" VALUES('me',61,20921,1807619400,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',62,20923,1807792200,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',63,20923,1807792200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',64,20928,1808224200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',65,20932,1808569800,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',66,20935,1808829000,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',67,20938,1809088200,'done','networking/visible-check@2027-04','',0,0);
INSERT INTO "journal" VALUES('me',68,20941,1809347400,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',69,20942,1809433800,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',70,20948,1809952201,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',71,20949,1810038600,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',72,20950,1810125000,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',73,20956,1810643400,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',74,20959,1810902600,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',75,20963,1811248200,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',76,20968,1811680200,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',77,20968,1811680200,'done','milestones/learn-payer-mix','',0,0);
INSERT INTO "journal" VALUES('me',78,20968,1811680200,'done','networking/visible-check@2027-05','',0,0);
INSERT INTO "journal" VALUES('me',79,20970,1811853000,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',80,20973,1812112200,'done','networking/visible-call','',0,0);
INSERT INTO "journal" VALUES('me',81,20977,1812457800,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',82,20977,1812457800,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',83,20978,1812544200,'done','milestones/learn-hire@2027','',0,0);
INSERT INTO "journal" VALUES('me',84,20983,1812976200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',85,20984,1813062600,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',86,20986,1813235401,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',87,20991,1813667400,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',88,20995,1814013000,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',89,20998,1814272201,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',90,21003,1814704200,'done','milestones/attorney-shortlist','',0,0);
INSERT INTO "journal" VALUES('me',91,21003,1814704200,'done','milestones/tier-review-12','',0,0);
INSERT INTO "journal" VALUES('me',92,21004,1814790600,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',93,21005,1814877000,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',94,21008,1815136200,'done','milestones/hireable-core','',0,0);
INSERT INTO "journal" VALUES('me',95,21008,1815136200,'intel','meeting','',0,0);
INSERT INTO "journal" VALUES('me',96,21012,1815481800,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',97,21013,1815568200,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',98,21013,1815568200,'done','networking/contracts-read','',0,0);
INSERT INTO "journal" VALUES('me',99,21013,1815568200,'done','networking/dinner-talk@2027-q3','',0,0);
INSERT INTO "journal" VALUES('me',100,21018,1816000200,'done','networking/references','',0,0);
INSERT INTO "journal" VALUES('me',101,21019,1816086600,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',102,21022,1816345800,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',103,21026,1816691400,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',104,21031,1817123400,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',105,21033,1817296201,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',106,21033,1817296201,'done','networking/scarce@2027','',0,0);
INSERT INTO "journal" VALUES('me',107,21038,1817728200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',108,21040,1817901000,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',109,21040,1817901000,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',110,21047,1818505800,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',111,21049,1818678600,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',112,21054,1819110600,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',113,21058,1819456200,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',114,21061,1819715401,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',115,21063,1819888200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',116,21067,1820233800,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',117,21068,1820320200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',118,21075,1820925001,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',119,21076,1821011400,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',120,21082,1821529800,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',121,21085,1821789000,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',122,21088,1822048200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',123,21089,1822134600,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',124,21093,1822480200,'done','milestones/learn-pay-models','',0,0);
INSERT INTO "journal" VALUES('me',125,21093,1822480200,'done','milestones/offers-appear','',0,0);
INSERT INTO "journal" VALUES('me',126,21094,1822566600,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',127,21096,1822739400,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',128,21098,1822912200,'done','milestones/tier-review-9','',0,0);
INSERT INTO "journal" VALUES('me',129,21103,1823344200,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',130,21103,1823344200,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',131,21108,1823776200,'done','milestones/ite','',0,0);
INSERT INTO "journal" VALUES('me',132,21110,1823949000,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',133,21112,1824121801,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',134,21117,1824553800,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',135,21118,1824640200,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',136,21121,1824899400,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',137,21124,1825158600,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',138,21130,1825680600,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',139,21131,1825767000,'contact','chen','',0,0);
INSERT INTO "journal" VALUES('me',140,21138,1826371800,'contact','okafor','',0,0);
INSERT INTO "journal" VALUES('me',141,21139,1826458200,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',142,21145,1826976600,'contact','lee','',0,0);
INSERT INTO "journal" VALUES('me',143,21148,1827235801,'habit','coffee','',0,0);
INSERT INTO "journal" VALUES('me',144,21148,1827235801,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',145,21152,1827581400,'contact','alvarez','',0,0);
INSERT INTO "journal" VALUES('me',146,21157,1828013400,'habit','attending','',0,0);
INSERT INTO "journal" VALUES('me',147,21161,1828359000,'snooze','networking/contact-chen@14','2027-12-19',0,0);
INSERT INTO "journal" VALUES('me',148,21163,1828531800,'offer','lakeside','contract-requested',0,0);
CREATE TABLE journal_args( profile TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(profile, number, place)) STRICT, WITHOUT ROWID;
INSERT INTO "journal_args" VALUES('me',9,0,'item','networking/contact-alvarez@1');
INSERT INTO "journal_args" VALUES('me',10,0,'item','networking/contact-alvarez@2');
INSERT INTO "journal_args" VALUES('me',28,0,'item','networking/contact-alvarez@4');
INSERT INTO "journal_args" VALUES('me',38,0,'item','networking/contact-alvarez@6');
INSERT INTO "journal_args" VALUES('me',51,0,'item','networking/contact-alvarez@8');
INSERT INTO "journal_args" VALUES('me',63,0,'item','networking/contact-alvarez@10');
INSERT INTO "journal_args" VALUES('me',70,0,'item','networking/contact-alvarez@12');
INSERT INTO "journal_args" VALUES('me',84,0,'item','networking/contact-alvarez@14');
INSERT INTO "journal_args" VALUES('me',95,0,'item','networking/meetings-observed');
INSERT INTO "journal_args" VALUES('me',107,0,'item','networking/contact-alvarez@17');
INSERT INTO "journal_args" VALUES('me',115,0,'item','networking/contact-alvarez@19');
INSERT INTO "journal_args" VALUES('me',122,0,'item','networking/contact-alvarez@21');
INSERT INTO "journal_args" VALUES('me',135,0,'item','networking/contact-alvarez@23');
INSERT INTO "journal_args" VALUES('me',144,0,'item','networking/contact-alvarez@25');
INSERT INTO "journal_args" VALUES('me',148,0,'item','offers/lakeside-request-contract');
CREATE TABLE meta(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE outbox( id INTEGER PRIMARY KEY AUTOINCREMENT, profile TEXT NOT NULL, endpoint TEXT NOT NULL, message TEXT NOT NULL UNIQUE, item TEXT NOT NULL, target TEXT NOT NULL, step TEXT NOT NULL, type TEXT NOT NULL, payload TEXT NOT NULL, severity INTEGER NOT NULL, created INTEGER NOT NULL, not_before INTEGER NOT NULL, expires INTEGER NOT NULL, next_try INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, spared INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0, last_attempt INTEGER NOT NULL DEFAULT 0, finished INTEGER NOT NULL DEFAULT 0, last_code INTEGER NOT NULL DEFAULT 0, last_error TEXT) STRICT;
INSERT INTO "outbox" VALUES(169,'me','log','97e4c782-280a-51fc-bf97-f5dd52ede817','milestones/bls','2027-12-19','-2w','reminder.due','{"id":"milestones/bls","profile":"me","plugin":"milestones","kind":"milestone","title":"Renew BLS","detail":"","discreet":"a milestone is due Sun Dec 19, 2027","target":"2027-12-19","step":"-2w","severity":"info","due":"2027-12-05T13:00:00Z","late":true}',1,1828013397,1828013397,1828098000,1828013397,1,0,2,1828013397,1828013397,0,'');
INSERT INTO "outbox" VALUES(170,'me','log','95ce795a-0877-52cb-8670-358eb41f021a','milestones/practice-licence','2028-01-04','-30d','reminder.due','{"id":"milestones/practice-licence","profile":"me","plugin":"milestones","kind":"deadline","title":"Apply for the state licence: latest safe day","detail":"Nothing after it can end before it is issued.\nTakes 60 days as a rule and 90 at worst; begun by this day, the worst case still ends by 2028-08-01. If all goes as expected, 2028-03-04 is early enough.\nMark it done on the day it is begun.\nConfirm with the board and with the credentialing office.","discreet":"a milestone is due Tue Jan 4, 2028","target":"2028-01-04","step":"-30d","severity":"info","due":"2027-12-05T13:00:00Z","late":true}',1,1828013397,1828013397,1830661199,1828013397,1,0,2,1828013397,1828013397,0,'');
INSERT INTO "outbox" VALUES(171,'me','log','1bedf885-ffae-518a-9878-ab84a5018a8f','milestones/poster','2027-12-13','-1w','reminder.due','{"id":"milestones/poster","profile":"me","plugin":"milestones","kind":"milestone","title":"Send the poster","detail":"","discreet":"a milestone is due Mon Dec 13, 2027","target":"2027-12-13","step":"-1w","severity":"info","due":"2027-12-06T13:00:00Z","late":true}',1,1828099797,1828099797,1828184400,1828099797,1,0,2,1828099797,1828099797,0,'');
INSERT INTO "outbox" VALUES(172,'me','log','8fcc8885-e8b2-5dca-b08a-304153950097','milestones/phase-compare','2027-12-03','now','reminder.due','{"id":"milestones/phase-compare","profile":"me","plugin":"milestones","kind":"window","title":"Compare offers with what you know","detail":"An offer is on the table: hold it against what you learned about the place, and the places against each other.\n- Every term in one table, the empty cells marked as questions.\n- The two or three terms that decide it, in your own order.\n- What you would sign if you had to today, and why.\n- Done when you could explain the choice to a friend in two sentences.","discreet":"a milestone window opens Fri Dec 3, 2027","target":"2027-12-03","step":"now","severity":"info","due":"2027-12-07T01:00:00Z","late":false}',1,1828141200,1828141200,1830574799,1828141200,1,0,2,1828141200,1828186200,0,'');
INSERT INTO "outbox" VALUES(173,'me','log','e72ff546-d218-52a4-96dd-7eac468373b0','offers/flex','2027-12-03','now','reminder.due','{"id":"offers/flex","profile":"me","plugin":"offers","kind":"alert","title":"Nothing to give: name where you can bend","detail":"Whoever asks should have something to offer: a place, nights, a skill or a procedure that makes you harder to replace.\npgyctl set goal flex nights","discreet":"an offer needs attention from Fri Dec 3, 2027","target":"2027-12-03","step":"now","severity":"warn","due":"2027-12-07T01:00:00Z","late":false}',2,1828141200,1828141200,1828227600,1828141200,1,0,2,1828141200,1828186200,0,'');
INSERT INTO "outbox" VALUES(174,'me','log','b90d4140-0b67-5b62-8909-5e968d208a9c','offers/lakeside-only-hr','2027-12-03','now','reminder.due','{"id":"offers/lakeside-only-hr","profile":"me","plugin":"offers","kind":"alert","title":"Lakeside: you are only talking to HR","detail":"Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.\npgyctl set offer:lakeside physician_lead NAME","discreet":"an offer needs attention from Fri Dec 3, 2027","target":"2027-12-03","step":"now","severity":"warn","due":"2027-12-07T01:00:00Z","late":false}',2,1828141200,1828141200,1828227600,1828141200,1,0,2,1828186200,1828186200,0,'');
INSERT INTO "outbox" VALUES(175,'me','log','d538e355-bb9d-5806-8c5f-88f484e42936','offers/mercy-only-hr','2027-12-06','now','reminder.due','{"id":"offers/mercy-only-hr","profile":"me","plugin":"offers","kind":"alert","title":"Mercy General: you are only talking to HR","detail":"Find the section chief, the service-line director or the medical director: they can say yes to what HR cannot.\npgyctl set offer:mercy physician_lead NAME","discreet":"an offer needs attention from Mon Dec 6, 2027","target":"2027-12-06","step":"now","severity":"warn","due":"2027-12-07T01:00:00Z","late":false}',2,1828141200,1828141200,1828227600,1828141200,1,0,2,1828186200,1828186200,0,'');
INSERT INTO "outbox" VALUES(176,'me','log','d1329d94-7ed1-5c12-a48a-f6c4f7454862','offers/overlap-lakeside-mercy','2027-12-06','now','reminder.due','{"id":"offers/overlap-lakeside-mercy","profile":"me","plugin":"offers","kind":"window","title":"Both can be answered: Lakeside and Mercy General","detail":"Days on which both clocks run: 9. Days between the two answer dates: 4.\nCompare, ask and choose within this window.","discreet":"an offer reminder is due Mon Dec 6, 2027","target":"2027-12-06","step":"now","severity":"info","due":"2027-12-07T01:00:00Z","late":false}',1,1828141200,1828141200,1828846799,1828141200,1,0,2,1828186200,1828186200,0,'');
INSERT INTO "outbox" VALUES(177,'me','log','6fd4f830-d8f6-584b-9a53-c74e7542a2ab','offers/ready','2027-12-06','now','reminder.due','{"id":"offers/ready","profile":"me","plugin":"offers","kind":"alert","title":"Not ready to negotiate: questions are open","detail":"Which one you would sign today, and why: set [decide] sign_today; set [decide] why.\nWhat must improve before a yes, three to five things of each: set [offer:lakeside] must_improve; set [offer:mercy] must_improve.\nWhere you would really walk away: set a limit in [walkaway], such as base_min, noncompete_miles_max, tail or other.\nYour next best alternative: set [decide] batna to an offer, to words, or to none.\nWhat is not negotiable: name one thing at least: [walkaway] other, or [offer:ID] must_improve.\npgyctl report ready","discreet":"an offer needs attention from Mon Dec 6, 2027","target":"2027-12-06","step":"now","severity":"warn","due":"2027-12-07T01:00:00Z","late":false}',2,1828141200,1828141200,1828227600,1828141200,1,0,2,1828186200,1828186200,0,'');
INSERT INTO "outbox" VALUES(178,'me','log','7657b2ef-6e7d-5e02-8839-6f6bb5ed4f59','offers/lakeside-request-contract','2027-12-07','0d','reminder.due','{"id":"offers/lakeside-request-contract","profile":"me","plugin":"offers","kind":"reminder","title":"Lakeside: ask for the full contract","detail":"There is only a letter so far. What binds you is in the contract: non-compete, termination, call, thresholds.","discreet":"an offer reminder is due Tue Dec 7, 2027","target":"2027-12-07","step":"0d","severity":"warn","due":"2027-12-07T13:00:00Z","late":true}',2,1828186200,1828186200,1828270800,1828186200,1,0,2,1828186200,1828186200,0,'');
INSERT INTO "outbox" VALUES(179,'me','log','cc6ccbd5-a713-5767-b991-3af488853b38','offers/lakeside-answer-by','2027-12-14T17:00 America/New_York','-7d','reminder.due','{"id":"offers/lakeside-answer-by","profile":"me","plugin":"offers","kind":"deadline","title":"Lakeside: answer by this day","detail":"Such dates can usually be moved: ask for more time well before, and tell them why.","discreet":"an offer answer is due Tue Dec 14, 2027","target":"2027-12-14T17:00 America/New_York","step":"-7d","severity":"info","due":"2027-12-07T22:00:00Z","late":true}',1,1828272597,1828272597,1828821600,1828272597,1,0,2,1828272597,1828272597,0,'');
INSERT INTO "outbox" VALUES(180,'me','log','f659b62f-86c0-5db6-b442-8e7e2d552535','networking/contact-chen@14','2027-12-09','0d','reminder.due','{"id":"networking/contact-chen@14","profile":"me","plugin":"networking","kind":"reminder","title":"Get in touch: Dr. Chen","detail":"- Which markets and kinds of practice would you look at in my place, and which would you leave alone?\n- Which groups around here would you not send a friend to?\n- Whose partnership track and productivity formula hold up after the second year?\n- Which hospitals are growing, and which are losing money?\n- Write what you hear down: pgyctl log intel PLACE growing=yes turmoil=no","discreet":"a networking reminder is due Thu Dec 9, 2027","target":"2027-12-09","step":"0d","severity":"info","due":"2027-12-09T13:00:00Z","late":true}',1,1828358997,1828358997,1828443600,1828358997,1,0,2,1828358997,1828358997,0,'');
INSERT INTO "outbox" VALUES(181,'me','log','72ed0a79-8828-5db0-9593-ec9115dfad81','offers/lakeside-untouched','2027-12-24','-14d','reminder.due','{"id":"offers/lakeside-untouched","profile":"me","plugin":"offers","kind":"alert","title":"Lakeside: three weeks without a touch","detail":"Nothing happened on this offer for 21 days. Read it, send it to counsel, or ask your open question.\npgyctl log offer lakeside touched","discreet":"an offer needs attention from Fri Dec 24, 2027","target":"2027-12-24","step":"-14d","severity":"info","due":"2027-12-10T13:00:00Z","late":true}',1,1828445397,1828445397,1828530000,1828445397,1,0,2,1828445397,1828445397,0,'');
INSERT INTO "outbox" VALUES(182,'me','log','efed52c7-b432-5e97-87e4-b75b0ec4f51c','offers/mercy-request-contract','2027-12-10','0d','reminder.due','{"id":"offers/mercy-request-contract","profile":"me","plugin":"offers","kind":"reminder","title":"Mercy General: ask for the full contract","detail":"There is only a letter so far. What binds you is in the contract: non-compete, termination, call, thresholds.","discreet":"an offer reminder is due Fri Dec 10, 2027","target":"2027-12-10","step":"0d","severity":"warn","due":"2027-12-10T13:00:00Z","late":true}',2,1828445397,1828445397,1828530000,1828445397,1,0,2,1828445397,1828445397,0,'');
INSERT INTO "outbox" VALUES(183,'me','log','50a75afb-2480-59d9-9db4-8bb0e36bee3d','offers/mercy-answer-by','2027-12-18','-7d','reminder.due','{"id":"offers/mercy-answer-by","profile":"me","plugin":"offers","kind":"deadline","title":"Mercy General: answer by this day","detail":"Such dates can usually be moved: ask for more time well before, and tell them why.","discreet":"an offer answer is due Sat Dec 18, 2027","target":"2027-12-18","step":"-7d","severity":"info","due":"2027-12-11T13:00:00Z","late":true}',1,1828531797,1828531797,1829192399,1828531797,1,0,2,1828531797,1828531797,0,'');
CREATE TABLE profiles(id TEXT NOT NULL PRIMARY KEY, file TEXT NOT NULL, next_wake INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "profiles" VALUES('me','@FOLDER@/pgyd.ini',1828587600);
CREATE TABLE revisions( profile TEXT NOT NULL, id TEXT NOT NULL, hash INTEGER NOT NULL, sequence INTEGER NOT NULL, revised INTEGER NOT NULL, created INTEGER NOT NULL, cancelled INTEGER, PRIMARY KEY(profile, id)) STRICT, WITHOUT ROWID;
INSERT INTO "revisions" VALUES('me','milestones/abim-exam',1514210763149853000,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/abim-registration',5611889026395485134,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/abim-registration-late',6259632299507123545,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attending-start',-1120562810117256665,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-contact',-587436173444957646,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-groundwork',-2950395711349039815,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/attorney-shortlist',-2817661581447572973,1,1814704200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/bls',1602391052807283450,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/contract-figures',1047302393559603760,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/credentialing-packet',-1775723901943598409,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/dea-registration',-2028252978221317467,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/fellowship-question',-1136995689275097152,1,1796563800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/hireable-core',-4382452020424107778,1,1815136200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/ite',6248654469580513735,1,1823776200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/ite-im@pgy-3',4339442144277017946,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-cv',-3635034191764008005,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-look',-6240568939019106354,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-network-hospital',-8330826539045937871,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-search-hospital',-4214788842435696235,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-secured',-4441402181058093835,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-sign-hospital',-5487950890263796485,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/job-winter',-3921123204239162020,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/lane-decided',4144960138310268953,2,1800019800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-bumped@2026',-2832175172977948593,1,1796995800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-call@2027',1051318330359627037,1,1803907801,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-collections',-8989407463393865292,1,1806496200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-hire@2027',8171412015997299844,1,1812544200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-pay-models',-4982599174105191759,1,1822480200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-payer-mix',1368519735833210384,1,1811680200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/learn-work-units',7939085341208834620,1,1801315800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/licence-apply',6839850979692468367,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/malpractice-certificate',5020202830734229305,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2026-12',122427709665154484,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-01',-7624689261934216649,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-02',-5677732929052268560,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-03',-271852088740823998,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-04',6912095857608331162,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-05',5427401805882530635,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-06',65243791894163550,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-07',-4999073859298141404,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-08',1329778891288610843,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-09',7374537235978629064,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-10',2433862337629395918,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-11',-6983761525703852336,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2027-12',-2228700895549673134,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-cases@2028-01',4122273131447659851,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2026-12',1978494464892431028,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-01',-8593553532911989021,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-02',-9057631670117027258,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-03',-1700541318191610642,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-04',-8296032672854994499,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-05',8922234965579311841,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-06',2923054754194514422,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-07',8037591105245619699,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-08',-4479293224048235046,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-09',-5483595282124740056,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-10',-1292099067760730035,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-11',7804739519078164380,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2027-12',7043749115528380389,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-lean@2028-01',-4723350968251502142,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2026-12',-1973089603369918529,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-01',-8272766743689376631,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-02',8563237971861809221,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-03',-9124081869475500494,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-04',4114981243934184765,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-05',5655923856951228154,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-06',-2350769925845978480,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-07',-6721443157688859396,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-08',2628692039609552379,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-09',3401351087329418438,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-10',-3015204524568615831,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-11',-8381512660177292256,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2027-12',-4936938136607709933,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-records@2028-01',-5015256237257877333,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2026-12',-3971797167351994770,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-01',-8079342379904027089,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-02',9172371550999375153,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-03',-4642547270064804057,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-04',4858902217061659337,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-05',-2150704310313536093,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-06',4888462106658433260,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-07',4687233463712715285,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-08',6912697651007489602,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-09',1970715004333811018,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-10',-5959619836785783808,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-11',-7803006096489969775,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2027-12',6547115541654812212,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/monthly-room@2028-01',7750860229226878307,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','milestones/no-lane',6089919612420123555,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/noncompete-state',-3495422337701009973,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/npi-caqh',2767010428424701016,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/offers-appear',-4230158547614426733,1,1822480200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/passive-listen',5381381282075892188,1,1796563800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/passive-notes',-2212716316102444681,1,1804771801,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/payer-enrolment',3116136437345938520,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-compare',6794444548910435546,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-hireable',-4674966090239586376,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-interviews',-1761112544100315754,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-lane',-4308676685291490340,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-learn',1868056270002676094,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-levers',1032093102292275388,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-niche',5225915689400710432,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-passive',-632264527241383462,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-prove',8464862092820048922,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-recon',-1218933534268071564,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-soft',838943386984835344,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/phase-visibility',-330922874581287243,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/poster',-3438398804529903894,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-dea',-5460942007584060279,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-licence',-1934390179372733173,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-payer',917190446521352935,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/practice-privileging',-2294985305767197725,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-day-90',-6488498239175672954,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-12',-6199818664936204375,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-18',4066225626666451656,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-24',2747714260208738375,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/prove-month-6',-3037648011245591522,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/refresh-packs@2028',2621923434557215432,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','milestones/signing',-8017751245245747477,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/step3-latest',2129820881926995363,1,1799587800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/step3-score',-5212415885374020252,1,1804339800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-12',-5121422263332534512,1,1814704200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-18',-6499930747387559223,1,1798723800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/tier-review-9',4916052367828835270,1,1822912200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','milestones/training-end',-4351149032794186058,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/ask-seniors@2027',-4974910119977794892,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-attending',-5162772970273546515,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-referring',-6798962705373242042,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-scheduling',-2618884180963782547,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/center-staff',3307717137250110992,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/classes-ahead',-734847139006375393,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@1',-4658890995133475505,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@10',2971900619802789776,1,1805805000,1805200201,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@11',-7235887036269140913,1,1807792200,1805805000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@12',-6679004802424294053,1,1808224200,1807792200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@13',8524834828645333157,0,1808224200,1808224200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@14',7221789249740868892,1,1810643400,1809952201,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@15',3967007594856632850,1,1812976200,1810643400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@16',7031148322296099851,1,1813062600,1812976200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@17',4859072115891020605,1,1815481800,1813062600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@18',-4887601902590646539,1,1817728200,1815481800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@19',-4148103176682193355,1,1817901000,1817728200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@2',-2677887774790517356,1,1797427800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@20',943389878669344702,1,1819888200,1817901000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@21',-5552034582749256112,1,1820320200,1819888200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@22',-8308403635844996707,0,1820320200,1820320200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@23',-850567608164628825,1,1822739401,1822048200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@24',-7783232745077218039,1,1824640200,1822739401,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@25',-3838511352946462681,1,1825158601,1824640200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@26',-7905761117433573567,1,1827235801,1825158601,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@27',2729406622585555875,1,1827581400,1827235801,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@28',1692713313919555378,0,1827581400,1827581400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@3',-6685268285628010671,1,1797427801,1797427800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@4',4404720648148637616,1,1798551000,1797427800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@5',5152982241416566849,1,1800451801,1798551000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@6',-311190509920905935,1,1800970200,1800451801,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@7',-2585261909309133223,1,1803043800,1800970200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@8',-1940451447757445908,1,1803389400,1803043800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-alvarez@9',-1044195262829587444,1,1805200201,1803389400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@1',4207891178241509280,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@10',1277977248455686134,1,1816086600,1813667400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@11',-5480808436913073426,1,1818505800,1816086600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@12',1555155157007557801,1,1820925001,1818505800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@13',1554101068639332468,1,1823344200,1820925001,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@14',5166482997865833587,2,1828359000,1823344200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@15',4267273472858461295,0,1825767000,1825767000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@2',1946784380657352043,1,1796736600,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@3',-3944058938613204991,1,1799155800,1796736600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@4',-7280809671068727075,1,1801575000,1799155800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@5',6848938589076375442,1,1803994200,1801575000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@6',-7377964553721042388,1,1806409801,1803994200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@7',-881949312799423653,1,1808829000,1806409801,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@8',-7296650484795115940,1,1811248200,1808829000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-chen@9',2809394000050172822,1,1813667400,1811248200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@1',-5585168789781625639,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@10',-1610968901811227209,1,1817296201,1814877000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@11',-4319397325011050385,1,1819715401,1817296201,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@12',6409929392057552136,1,1822134600,1819715401,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@13',-6136107717928156533,1,1824553800,1822134600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@14',446117513458792865,1,1826976600,1824553800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@15',6390558414347774213,0,1826976600,1826976600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@2',-7467727533756402502,1,1797946200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@3',-2136800750759881947,1,1800365400,1797946200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@4',-2577114005056861515,1,1802784601,1800365400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@5',7566997491121144720,1,1805200201,1802784601,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@6',4507330705669202660,1,1807619400,1805200201,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@7',4449315768150232437,1,1810038600,1807619400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@8',8063421978788405638,1,1812457800,1810038600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-lee@9',4878642251034813116,1,1814877000,1812457800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@1',-979725176857608992,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@10',-9137939483743640389,1,1816691400,1814272201,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@11',2247661010200514393,1,1819110600,1816691400,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@12',3983936728244411046,1,1821529800,1819110600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@13',-5787871741758363794,1,1823949000,1821529800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@14',1412508159901733577,1,1826371800,1823949000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@15',-8419040999349389512,0,1826371800,1826371800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@2',-5450710324960284624,1,1797341401,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@3',-7307383387476587656,1,1799760600,1797341401,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@4',-2789860674441573923,1,1802179801,1799760600,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@5',8514648253018531262,1,1804599000,1802179801,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@6',5400643867796527738,1,1807014601,1804599000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@7',-8054444182448106606,1,1809433800,1807014601,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@8',-4203221750093560909,1,1811853000,1809433800,NULL);
INSERT INTO "revisions" VALUES('me','networking/contact-okafor@9',2201992433799687738,1,1814272201,1811853000,NULL);
INSERT INTO "revisions" VALUES('me','networking/contracts-read',6837027793868122163,1,1815568200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/dinner-talk@2027-q2',-4114787112718866902,1,1807360200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/dinner-talk@2027-q3',-6053025287567112136,1,1815568200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2026-12',5078193748949846216,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-01',-4858222201371684556,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-02',1603741973362485045,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-03',-7400862457403404585,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-04',6994524642955299264,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-05',1762950409112275987,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-06',4898373495630552404,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-07',-7794945678648118698,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-08',-6738271006819596939,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-09',889515302242207742,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-10',-9220033431717288264,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-11',-8904550566225749925,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2027-12',7708063164427914029,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-attending@2028-01',-5501565166191996078,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2026-12',-7787821848591946259,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-01',2196680071470580544,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-02',5684865931391725349,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-03',-1816179852939577556,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-04',-2207047803114097039,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-05',5269925613732196388,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-06',-1388694125485566814,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-07',-3480354959254918791,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-08',-2329208269465755511,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-09',-121484457518332563,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-10',8635818061243626931,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-11',-7751545220744376966,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2027-12',2101567103151680931,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-coffee@2028-01',4081169900008144661,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2026-12',-5109631895114161142,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-01',2783416122765178350,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-02',1612227723205963532,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-03',-7025173160705237103,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-04',7593353216837741834,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-05',-6949621120875089500,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-06',-9024332294260922579,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-07',-1716461941515671972,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-08',-7693154309872511894,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-09',5407182531723377899,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-10',7157653856827489319,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-11',1044292700223225953,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2027-12',-4244433927780100094,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-grad@2028-01',-5115889332679990772,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2026-12',-6185139031913415328,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-01',-8483573414397712068,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-02',-6943486085846179539,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-03',-1970621893557967301,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-04',-611322089946257654,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-05',2196480444797762886,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-06',-3858150885146668262,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-07',-7600896251144976263,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-08',-1762389968850597824,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-09',5044915246370680633,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-10',6363523019632904321,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-11',-4208081320283075040,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2027-12',1106599417598020156,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-hard-case@2028-01',-2348552412369876628,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2026-12',-8195365951394460238,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-01',1628831355491194163,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-02',-869892836870783427,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-03',-2866947208681244362,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-04',-3175079107052349674,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-05',6517934911276694425,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-06',3941339797340432223,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-07',-5663403757633041849,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-08',-7856376109992108121,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-09',-3883145872652787038,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-10',6237522130565195848,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-11',2647680176024692521,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2027-12',-5505420335675576973,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habit-niche@2028-01',-2135873477824235504,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2026-12',-3030701097376760138,0,1798810197,1798810197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-01',3642836945219161774,0,1801488597,1801488597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-02',6578932059530220956,0,1803907797,1803907797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-03',-5848908720488223838,0,1806582597,1806582597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-04',-481564433039046073,0,1809174597,1809174597,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-05',-8742295145507339888,0,1811852997,1811852997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-06',4882618072313414825,0,1814444997,1814444997,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-07',-5457555554083859114,0,1817123397,1817123397,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-08',-4671907096910731637,0,1819801797,1819801797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-09',-3141450918834591948,0,1822393797,1822393797,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-10',-8041399737118743737,0,1825072197,1825072197,NULL);
INSERT INTO "revisions" VALUES('me','networking/habits-missed@2027-11',8135606037662031012,0,1827667797,1827667797,NULL);
INSERT INTO "revisions" VALUES('me','networking/influential',2304199699082502194,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/intel-map',-3348157589992815164,1,1799155800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/late-path',-2815024133879765447,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/meetings-observed',-2818014652215690491,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/no-prospects',-1716330442117809960,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/processes',5896931874635078244,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/references',1710333070974388651,1,1816000200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/scarce@2027',2692638017263858770,1,1817296201,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/stretch',-5266473505709747689,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/training-shown',-7555760621662066839,1,1799155800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-call',4474293835831416961,1,1812112200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2026-12',6923167506091855243,1,1798723800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-01',-8518977038644270207,1,1801747800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-02',5584640207985338465,1,1803907801,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-03',3402385706989875023,1,1806928200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-04',7540761719297068392,1,1809088200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-check@2027-05',6038083648639167379,1,1811680200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-meetings',2498738191915088105,1,1796995800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-metrics',7319840909452539763,1,1797859800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','networking/visible-volunteer',-2141988958616883758,1,1804339800,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','offers/attorney',4643142043371718913,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','offers/common-date',4831495885554051595,0,1828531800,1828531800,NULL);
INSERT INTO "revisions" VALUES('me','offers/few-offers',2467428552194552216,0,1796137200,1796137200,NULL);
INSERT INTO "revisions" VALUES('me','offers/flex',3461836194447177504,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-answer-by',1435209028039947808,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-extension',-4021184640318768934,0,1828531800,1828531800,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-extension-reply',6792286737522106503,0,1828531800,1828531800,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-only-hr',-3794106695055398058,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-request-contract',6365426627037888861,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-state@received',-6600086817044517997,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/lakeside-untouched',1686900677185001154,1,1828531800,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-answer-by',7831876198136744915,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-closed',2400366533212091615,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-only-hr',4385016621786511664,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-request-contract',-1010097349799839474,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-state@received',-3605377645384956080,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/mercy-untouched',6188985910346488836,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/overlap-lakeside-mercy',7347550413558101842,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/ready',4261339186640578429,0,1828141200,1828141200,NULL);
INSERT INTO "revisions" VALUES('me','offers/total-budget',7805513039331073595,0,1828141200,1828141200,NULL);
CREATE TABLE seen( profile TEXT NOT NULL, item TEXT NOT NULL, target TEXT NOT NULL, first INTEGER NOT NULL, PRIMARY KEY(profile, item, target)) STRICT, WITHOUT ROWID;
INSERT INTO "seen" VALUES('me','milestones/abim-exam','2028-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/abim-registration','2027-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/abim-registration-late','2028-04-16',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attending-start','2028-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-contact','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-groundwork','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/attorney-shortlist','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/bls','2027-12-19',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/contract-figures','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/credentialing-packet','2028-04-03',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/dea-registration','2028-06-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/hireable-core','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/ite','2027-10-14',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/ite-im@pgy-3','2027-08-15',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-cv','2027-04-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-look','2026-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-network-hospital','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-search-hospital','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-secured','2027-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-sign-hospital','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/job-winter','2027-11-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/lane-decided','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-bumped@2026','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-call@2027','2027-03-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-collections','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-hire@2027','2027-06-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-pay-models','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-payer-mix','2027-05-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/learn-work-units','2027-01-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/licence-apply','2028-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/malpractice-certificate','2028-05-03',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/no-lane','2027-01-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/noncompete-state','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/npi-caqh','2028-03-04',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/offers-appear','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/passive-listen','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/passive-notes','2027-03-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/payer-enrolment','2028-04-03',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-compare','2027-12-03',1828141200);
INSERT INTO "seen" VALUES('me','milestones/phase-hireable','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-interviews','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-lane','2026-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-levers','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-niche','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-passive','2026-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-prove','2028-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-recon','2027-04-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-soft','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/phase-visibility','2026-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/poster','2027-12-13',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-dea','2028-06-02',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-licence','2028-01-04',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-payer','2028-04-03',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/practice-privileging','2028-04-03',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-day-90','2028-10-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-month-12','2029-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-month-18','2030-02-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-month-24','2030-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/prove-month-6','2029-02-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/refresh-packs@2028','2028-06-01',1798810197);
INSERT INTO "seen" VALUES('me','milestones/signing','2027-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/step3-latest','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/step3-score','2027-03-01',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/tier-review-12','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/tier-review-18','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/tier-review-9','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','milestones/training-end','2028-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/ask-seniors@2027','2027-04-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-attending','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-referring','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-scheduling','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/center-staff','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/classes-ahead','2026-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@10','2027-04-12',1805805000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@10','2027-04-25',1805200201);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@11','2027-05-02',1805805000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@11','2027-05-05',1807792200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@12','2027-05-10',1808224200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@12','2027-05-25',1807792200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@13','2027-05-30',1808224200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@14','2027-06-07',1810643400);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@14','2027-06-19',1809952201);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@15','2027-06-27',1810643400);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@15','2027-07-04',1812976200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@16','2027-07-05',1813062600);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@16','2027-07-24',1812976200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@17','2027-07-25',1813062600);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@17','2027-08-02',1815481800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@18','2027-08-22',1815481800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@18','2027-08-28',1817728200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@19','2027-08-30',1817901000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@19','2027-09-17',1817728200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@2','2026-12-12',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@2','2027-01-05',1797427800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@20','2027-09-19',1817901000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@20','2027-09-22',1819888200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@21','2027-09-27',1820320200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@21','2027-10-12',1819888200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@22','2027-10-17',1820320200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@23','2027-10-25',1822739401);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@23','2027-11-06',1822048200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@24','2027-11-14',1822739401);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@24','2027-11-16',1824640200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@25','2027-11-22',1825158601);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@25','2027-12-06',1824640200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@26','2027-12-12',1825158601);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@26','2027-12-16',1827235801);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@27','2027-12-20',1827581400);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@27','2028-01-05',1827235801);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@28','2028-01-09',1827581400);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@3','2027-01-05',1797427800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@3','2027-01-25',1797427800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@4','2027-01-18',1798551000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@4','2027-01-25',1797427800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@5','2027-02-07',1798551000);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@5','2027-02-09',1800451801);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@6','2027-02-15',1800970200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@6','2027-03-01',1800451801);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@7','2027-03-07',1800970200);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@7','2027-03-11',1803043800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@8','2027-03-15',1803389400);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@8','2027-03-31',1803043800);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@9','2027-04-04',1803389400);
INSERT INTO "seen" VALUES('me','networking/contact-alvarez@9','2027-04-05',1805200201);
INSERT INTO "seen" VALUES('me','networking/contact-chen@1','2026-12-05',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@10','2027-08-19',1816086600);
INSERT INTO "seen" VALUES('me','networking/contact-chen@10','2027-08-21',1813667400);
INSERT INTO "seen" VALUES('me','networking/contact-chen@11','2027-09-16',1818505800);
INSERT INTO "seen" VALUES('me','networking/contact-chen@11','2027-09-18',1816086600);
INSERT INTO "seen" VALUES('me','networking/contact-chen@12','2027-10-14',1820925001);
INSERT INTO "seen" VALUES('me','networking/contact-chen@12','2027-10-16',1818505800);
INSERT INTO "seen" VALUES('me','networking/contact-chen@13','2027-11-11',1823344200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@13','2027-11-13',1820925001);
INSERT INTO "seen" VALUES('me','networking/contact-chen@14','2027-12-09',1825767000);
INSERT INTO "seen" VALUES('me','networking/contact-chen@14','2027-12-11',1823344200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@15','2028-01-08',1825767000);
INSERT INTO "seen" VALUES('me','networking/contact-chen@2','2027-01-04',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@2','2027-01-07',1796736600);
INSERT INTO "seen" VALUES('me','networking/contact-chen@3','2027-02-04',1799155800);
INSERT INTO "seen" VALUES('me','networking/contact-chen@3','2027-02-06',1796736600);
INSERT INTO "seen" VALUES('me','networking/contact-chen@4','2027-03-04',1801575000);
INSERT INTO "seen" VALUES('me','networking/contact-chen@4','2027-03-06',1799155800);
INSERT INTO "seen" VALUES('me','networking/contact-chen@5','2027-04-01',1803994200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@5','2027-04-03',1801575000);
INSERT INTO "seen" VALUES('me','networking/contact-chen@6','2027-04-29',1806409801);
INSERT INTO "seen" VALUES('me','networking/contact-chen@6','2027-05-01',1803994200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@7','2027-05-27',1808829000);
INSERT INTO "seen" VALUES('me','networking/contact-chen@7','2027-05-29',1806409801);
INSERT INTO "seen" VALUES('me','networking/contact-chen@8','2027-06-24',1811248200);
INSERT INTO "seen" VALUES('me','networking/contact-chen@8','2027-06-26',1808829000);
INSERT INTO "seen" VALUES('me','networking/contact-chen@9','2027-07-22',1813667400);
INSERT INTO "seen" VALUES('me','networking/contact-chen@9','2027-07-24',1811248200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@1','2026-12-31',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@10','2027-09-22',1817296201);
INSERT INTO "seen" VALUES('me','networking/contact-lee@10','2027-10-14',1814877000);
INSERT INTO "seen" VALUES('me','networking/contact-lee@11','2027-10-20',1819715401);
INSERT INTO "seen" VALUES('me','networking/contact-lee@11','2027-11-11',1817296201);
INSERT INTO "seen" VALUES('me','networking/contact-lee@12','2027-11-17',1822134600);
INSERT INTO "seen" VALUES('me','networking/contact-lee@12','2027-12-09',1819715401);
INSERT INTO "seen" VALUES('me','networking/contact-lee@13','2027-12-15',1824553800);
INSERT INTO "seen" VALUES('me','networking/contact-lee@13','2028-01-06',1822134600);
INSERT INTO "seen" VALUES('me','networking/contact-lee@14','2028-01-12',1826976600);
INSERT INTO "seen" VALUES('me','networking/contact-lee@14','2028-02-03',1824553800);
INSERT INTO "seen" VALUES('me','networking/contact-lee@15','2028-03-02',1826976600);
INSERT INTO "seen" VALUES('me','networking/contact-lee@2','2027-02-10',1797946200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@2','2027-02-19',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@3','2027-03-10',1800365400);
INSERT INTO "seen" VALUES('me','networking/contact-lee@3','2027-04-01',1797946200);
INSERT INTO "seen" VALUES('me','networking/contact-lee@4','2027-04-07',1802784601);
INSERT INTO "seen" VALUES('me','networking/contact-lee@4','2027-04-29',1800365400);
INSERT INTO "seen" VALUES('me','networking/contact-lee@5','2027-05-05',1805200201);
INSERT INTO "seen" VALUES('me','networking/contact-lee@5','2027-05-27',1802784601);
INSERT INTO "seen" VALUES('me','networking/contact-lee@6','2027-06-02',1807619400);
INSERT INTO "seen" VALUES('me','networking/contact-lee@6','2027-06-24',1805200201);
INSERT INTO "seen" VALUES('me','networking/contact-lee@7','2027-06-30',1810038600);
INSERT INTO "seen" VALUES('me','networking/contact-lee@7','2027-07-22',1807619400);
INSERT INTO "seen" VALUES('me','networking/contact-lee@8','2027-07-28',1812457800);
INSERT INTO "seen" VALUES('me','networking/contact-lee@8','2027-08-19',1810038600);
INSERT INTO "seen" VALUES('me','networking/contact-lee@9','2027-08-25',1814877000);
INSERT INTO "seen" VALUES('me','networking/contact-lee@9','2027-09-16',1812457800);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@1','2026-12-18',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@10','2027-09-05',1816691400);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@10','2027-09-17',1814272201);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@11','2027-10-03',1819110600);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@11','2027-10-15',1816691400);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@12','2027-10-31',1821529800);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@12','2027-11-12',1819110600);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@13','2027-11-28',1823949000);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@13','2027-12-10',1821529800);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@14','2027-12-26',1826371800);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@14','2028-01-07',1823949000);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@15','2028-02-04',1826371800);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@2','2027-01-24',1797341401);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@2','2027-01-27',-1796137200);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@3','2027-02-21',1799760600);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@3','2027-03-05',1797341401);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@4','2027-03-21',1802179801);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@4','2027-04-02',1799760600);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@5','2027-04-18',1804599000);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@5','2027-04-30',1802179801);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@6','2027-05-16',1807014601);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@6','2027-05-28',1804599000);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@7','2027-06-13',1809433800);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@7','2027-06-25',1807014601);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@8','2027-07-11',1811853000);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@8','2027-07-23',1809433800);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@9','2027-08-08',1814272201);
INSERT INTO "seen" VALUES('me','networking/contact-okafor@9','2027-08-20',1811853000);
INSERT INTO "seen" VALUES('me','networking/contracts-read','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/dinner-talk@2027-q2','2027-04-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/dinner-talk@2027-q3','2027-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-04','2027-04-01',1803907797);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-05','2027-05-01',1806582597);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-06','2027-06-01',1809174597);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-07','2027-07-01',1811852997);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-08','2027-08-01',1814444997);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-09','2027-09-01',1817123397);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-10','2027-10-01',1819801797);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-11','2027-11-01',1822393797);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2027-12','2027-12-01',1825072197);
INSERT INTO "seen" VALUES('me','networking/habit-attending@2028-01','2028-01-01',1827667797);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-04','2027-04-01',1803907797);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-05','2027-05-01',1806582597);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-06','2027-06-01',1809174597);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-07','2027-07-01',1811852997);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-08','2027-08-01',1814444997);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-09','2027-09-01',1817123397);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-10','2027-10-01',1819801797);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-11','2027-11-01',1822393797);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2027-12','2027-12-01',1825072197);
INSERT INTO "seen" VALUES('me','networking/habit-coffee@2028-01','2028-01-01',1827667797);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-04','2027-04-01',1803907797);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-05','2027-05-01',1806582597);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-06','2027-06-01',1809174597);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-07','2027-07-01',1811852997);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-08','2027-08-01',1814444997);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-09','2027-09-01',1817123397);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-10','2027-10-01',1819801797);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-11','2027-11-01',1822393797);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2027-12','2027-12-01',1825072197);
INSERT INTO "seen" VALUES('me','networking/habit-grad@2028-01','2028-01-01',1827667797);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-04','2027-04-01',1803907797);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-05','2027-05-01',1806582597);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-06','2027-06-01',1809174597);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-07','2027-07-01',1811852997);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-08','2027-08-01',1814444997);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-09','2027-09-01',1817123397);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-10','2027-10-01',1819801797);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-11','2027-11-01',1822393797);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2027-12','2027-12-01',1825072197);
INSERT INTO "seen" VALUES('me','networking/habit-hard-case@2028-01','2028-01-01',1827667797);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2026-12','2026-12-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-01','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-02','2027-02-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-03','2027-03-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-04','2027-04-01',1803907797);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-05','2027-05-01',1806582597);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-06','2027-06-01',1809174597);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-07','2027-07-01',1811852997);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-08','2027-08-01',1814444997);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-09','2027-09-01',1817123397);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-10','2027-10-01',1819801797);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-11','2027-11-01',1822393797);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2027-12','2027-12-01',1825072197);
INSERT INTO "seen" VALUES('me','networking/habit-niche@2028-01','2028-01-01',1827667797);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2026-12','2027-01-01',1798810197);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-01','2027-02-01',1801488597);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-02','2027-03-01',1803907797);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-03','2027-04-01',1806582597);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-04','2027-05-01',1809174597);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-05','2027-06-01',1811852997);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-06','2027-07-01',1814444997);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-07','2027-08-01',1817123397);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-08','2027-09-01',1819801797);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-09','2027-10-01',1822393797);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-10','2027-11-01',1825072197);
INSERT INTO "seen" VALUES('me','networking/habits-missed@2027-11','2027-12-01',1827667797);
INSERT INTO "seen" VALUES('me','networking/influential','2026-07-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/intel-map','2027-01-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/late-path','2027-10-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/meetings-observed','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/no-prospects','2027-11-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/processes','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/references','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/scarce@2027','2027-08-01',-1796137200);
INSERT INTO "seen" VALUES('me','networking/stretch','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/training-shown','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-call','2027-05-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2026-12','2026-12-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-01','2027-01-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-02','2027-02-28',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-03','2027-03-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-04','2027-04-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-check@2027-05','2027-05-30',-1796137200);
INSERT INTO "seen" VALUES('me','networking/visible-volunteer','2027-02-28',-1796137200);
INSERT INTO "seen" VALUES('me','offers/attorney','2027-06-30',-1796137200);
INSERT INTO "seen" VALUES('me','offers/common-date','2027-12-25',1828531800);
INSERT INTO "seen" VALUES('me','offers/few-offers','2027-09-30',-1796137200);
INSERT INTO "seen" VALUES('me','offers/flex','2027-12-03',1828141200);
INSERT INTO "seen" VALUES('me','offers/lakeside-answer-by','2027-12-14T17:00 America/New_York',1828141200);
INSERT INTO "seen" VALUES('me','offers/lakeside-extension','2027-12-21',1828531800);
INSERT INTO "seen" VALUES('me','offers/lakeside-extension-reply','2027-12-14',1828531800);
INSERT INTO "seen" VALUES('me','offers/lakeside-only-hr','2027-12-03',1828141200);
INSERT INTO "seen" VALUES('me','offers/lakeside-request-contract','2027-12-07',1828141200);
INSERT INTO "seen" VALUES('me','offers/lakeside-untouched','2027-12-24',1828141200);
INSERT INTO "seen" VALUES('me','offers/lakeside-untouched','2028-01-01',1828531800);
INSERT INTO "seen" VALUES('me','offers/mercy-answer-by','2027-12-18',1828141200);
INSERT INTO "seen" VALUES('me','offers/mercy-closed','2027-12-17',1828141200);
INSERT INTO "seen" VALUES('me','offers/mercy-only-hr','2027-12-06',1828141200);
INSERT INTO "seen" VALUES('me','offers/mercy-request-contract','2027-12-10',1828141200);
INSERT INTO "seen" VALUES('me','offers/mercy-untouched','2027-12-27',1828141200);
INSERT INTO "seen" VALUES('me','offers/overlap-lakeside-mercy','2027-12-06',1828141200);
INSERT INTO "seen" VALUES('me','offers/ready','2027-12-06',1828141200);
INSERT INTO "seen" VALUES('me','offers/total-budget','2028-01-03',1828141200);
CREATE TABLE subscriptions( profile TEXT NOT NULL, name TEXT NOT NULL, feed TEXT NOT NULL, style TEXT NOT NULL, generation INTEGER NOT NULL, revoked INTEGER NOT NULL, created INTEGER NOT NULL, last_fetch INTEGER NOT NULL, last_client TEXT, PRIMARY KEY(profile, name)) STRICT, WITHOUT ROWID;
INSERT INTO "subscriptions" VALUES('me','calendar','all','generic',0,0,1796137200,1828537200,'Python-urllib/3.11');
CREATE INDEX journal_order ON journal(profile, day, number);
CREATE INDEX journal_subject ON journal(profile, subject);
CREATE INDEX profiles_wake ON profiles(next_wake, id);
CREATE INDEX due_at ON due(at);
CREATE INDEX outbox_next ON outbox(next_try) WHERE state = 0;
CREATE INDEX outbox_lane ON outbox(profile, endpoint, next_try, id) WHERE state = 0;
CREATE INDEX outbox_claimed ON outbox(profile, endpoint) WHERE state = 1;
CREATE INDEX outbox_expires ON outbox(expires) WHERE state = 0;
CREATE INDEX outbox_item ON outbox(profile, item, target) WHERE state = 0;
CREATE INDEX outbox_profile ON outbox(profile, id);
CREATE INDEX outbox_finished ON outbox(finished) WHERE state >= 2;
CREATE INDEX gathered_leaves ON gathered(leaves, profile);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('outbox',183);
COMMIT;
