"""Addresses below /shelter/: the bed board, its acts, the rooms, the requests."""

from django.urls import path

from assistance.bedrequests.views import Answer
from assistance.beds.views import acts, board, rooms

app_name = "beds"

urlpatterns = [
    path("beds/", board.BoardView.as_view(), name="board"),
    path("beds/undo/<int:pk>/", board.Undo.as_view(), name="undo"),
    path("beds/<int:pk>/", acts.BedPage.as_view(), name="bed"),
    path("beds/<int:pk>/hold/", acts.HoldAdd.as_view(), name="hold"),
    path("beds/<int:pk>/place/", acts.Place.as_view(), name="place"),
    path("beds/<int:pk>/out/", acts.OutOfUse.as_view(), name="out"),
    path("beds/<int:pk>/back/", acts.BackInUse.as_view(), name="back"),
    path("holds/<int:pk>/release/", acts.HoldRelease.as_view(), name="release"),
    path("holds/<int:pk>/prolong/", acts.HoldProlong.as_view(), name="prolong"),
    path("stays/<int:pk>/plan/", acts.Plan.as_view(), name="plan"),
    path("stays/<int:pk>/move/", acts.Move.as_view(), name="move"),
    path("stays/<int:pk>/away/", acts.Away.as_view(), name="away"),
    path("stays/<int:pk>/leave/", acts.Leave.as_view(), name="leave"),
    path("requests/<int:pk>/", Answer.as_view(), name="answer"),
    path("rooms/", rooms.SetUp.as_view(), name="rooms"),
    path("rooms/add/", rooms.RoomAdd.as_view(), name="room_add"),
    path("rooms/<int:pk>/", rooms.RoomChange.as_view(), name="room_change"),
    path("rooms/<int:pk>/void/", rooms.RoomVoid.as_view(), name="room_void"),
    path("rooms/<int:pk>/beds/", rooms.BedsAdd.as_view(), name="bed_add"),
    path("rooms/beds/<int:pk>/", rooms.BedChange.as_view(), name="bed_change"),
    path("rooms/beds/<int:pk>/void/", rooms.BedVoid.as_view(), name="bed_void"),
    path("rules/<int:pk>/", rooms.RulesChange.as_view(), name="rules"),
]
